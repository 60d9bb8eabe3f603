import type { ClientBase } from 'pg';

/** Something that is true of every shop at any time, unless money or goods were lost. */
export interface Invariant {
    readonly name: string;
    /** SQL whose every row is a case in which it does not hold. */
    readonly exceptions: string;
}

export interface BrokenInvariant {
    readonly name: string;
    /** How many cases there are, and the first few. */
    readonly cases: number;
    readonly examples: readonly unknown[];
}

/** @returns Those that do not hold; none when all is well. */
export async function brokenInvariants(
    database: ClientBase,
    invariants: readonly Invariant[],
): Promise<BrokenInvariant[]> {
    const broken: BrokenInvariant[] = [];
    for (const { name, exceptions } of invariants) {
        const { rows } = await database.query<Record<string, unknown>>(exceptions);
        if (rows.length > 0) {
            broken.push({ name, cases: rows.length, examples: rows.slice(0, 3) });
        }
    }
    return broken;
}
