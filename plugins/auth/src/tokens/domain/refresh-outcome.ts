/** As much of a family as it takes to judge a refresh token that is not its present one, or is late. */
interface KnownFamily {
    readonly currentHash: string;
    readonly previousHash: string | null;
    readonly refreshedAt: Date;
}

/**
 * - `good`: the present token, in time;
 * - `late`: the present token, too late;
 * - `overtaken`: its successor was made this very moment, by another tab or a request sent twice. Nothing is given
 *   out for it, so a thief gains nothing by being quick, and nobody is signed out for having two tabs;
 * - `replayed`: it was used before. Either this caller or the one before stole it.
 */
export type RefreshJudgement = 'good' | 'late' | 'overtaken' | 'replayed';

/** How long, in milliseconds, the token before the present one is put down to a race. */
export const GRACE = 10_000;

/**
 * Judges a refresh token that the server once gave out.
 *
 * @param hash - Of the token.
 * @param life - How long a refresh token is good, in milliseconds.
 */
export function judgeRefresh(
    { currentHash, previousHash, refreshedAt }: KnownFamily,
    hash: string,
    now: Date,
    life: number,
): RefreshJudgement {
    const age = now.getTime() - refreshedAt.getTime();
    if (hash === currentHash) {
        return age < life ? 'good' : 'late';
    }
    return hash === previousHash && age < GRACE ? 'overtaken' : 'replayed';
}
