/** More words than these tell nothing more about what is looked for. */
const MOST_WORDS = 8;

/** The words of what somebody looks for, each as a pattern of LIKE that finds it anywhere. */
export function wordPatterns(term: string): string[] {
    return term
        .split(/\s+/)
        .filter(word => word !== '')
        .slice(0, MOST_WORDS)
        .map(word => `%${word.replaceAll(/[\\%_]/g, sign => `\\${sign}`)}%`);
}
