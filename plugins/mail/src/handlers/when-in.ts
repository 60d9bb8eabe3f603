/**
 * A moment in the words of a language. Where the owner of an account is, nobody knows: the time says which zone it is of.
 *
 * @param tag - Of BCP 47, such as `de-DE`.
 */
export function whenIn(tag: string, at: Date): string {
    return new Intl.DateTimeFormat(tag, {
        dateStyle: 'long',
        timeStyle: 'long',
        timeZone: 'UTC',
    }).format(at);
}
