/** So many slips of the finger are forgiven in a word of that many letters. */
function mostSlips(length: number): number {
    if (length < 4) {
        return 0;
    }
    return length < 8 ? 1 : 2;
}

/**
 * The word that was meant: the one with the fewest letters wrong, missing, too many or swapped with their neighbour
 * (optimal string alignment distance). Of several that are equally near, the first.
 *
 * @param typed - Without accents and in lower case, as the candidates are.
 * @returns `undefined` when none is near enough.
 */
export function nearestWord(typed: string, candidates: readonly string[]): string | undefined {
    let best: string | undefined;
    let fewest = mostSlips(typed.length) + 1;
    for (const candidate of candidates) {
        const isNear = Math.abs(candidate.length - typed.length) < fewest;
        const slips = isNear ? distance(typed, candidate) : fewest;
        if (slips < fewest) {
            best = candidate;
            fewest = slips;
        }
    }
    return best;
}

/** As a shopper may type it who has no accents on the keyboard. */
export function plainWord(word: string): string {
    return word
        .normalize('NFD')
        .replaceAll(/[\u0300-\u036f]/g, '')
        .toLowerCase();
}

function distance(from: string, to: string): number {
    let beforeLast: number[] = [];
    let last = Array.from({ length: to.length + 1 }, (_, column) => column);
    for (let row = 1; row <= from.length; row++) {
        const current = [row];
        for (let column = 1; column <= to.length; column++) {
            const same = from[row - 1] === to[column - 1];
            let least = Math.min(
                (last[column] ?? 0) + 1,
                (current[column - 1] ?? 0) + 1,
                (last[column - 1] ?? 0) + (same ? 0 : 1),
            );
            const isSwapped =
                row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
            if (isSwapped) {
                least = Math.min(least, (beforeLast[column - 2] ?? 0) + 1);
            }
            current.push(least);
        }
        [beforeLast, last] = [last, current];
    }
    return last[to.length] ?? 0;
}
