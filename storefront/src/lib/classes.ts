/** The classes of an element, without those that don't hold. */
export function classes(...names: readonly (string | false | undefined)[]): string {
    return names.filter(Boolean).join(' ');
}
