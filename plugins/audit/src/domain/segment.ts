const DIGITS = 15;

const NAME = /(\d{15})-(\d{15})\.jsonl\.gz$/;

/** Under which a part of a chain is kept: names come in the order of the chain. */
export function segmentName(kind: string, first: number, last: number): string {
    const padded = [first, last].map(number => String(number).padStart(DIGITS, '0'));
    return `${kind}/${padded.join('-')}.jsonl.gz`;
}

/** How far the chain is kept, by the names of all its parts; 0 when there are none. */
export function lastOf(names: readonly string[]): number {
    return Math.max(0, ...names.map(name => Number(NAME.exec(name)?.[2] ?? 0)));
}
