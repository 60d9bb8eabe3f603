/** A few products, by their ids, as a cookie keeps them. The newest stands first. */

const id = /^[\w-]{1,20}$/;

/** @param cookie - What {@link written} wrote, or anything. */
export function productsIn(cookie: string | undefined, most: number): readonly string[] {
    const ids = (cookie ?? '').split('.').filter(each => id.test(each));
    return [...new Set(ids)].slice(0, most);
}

/** @param productIds - Ids that the shop gave. */
export function written(productIds: readonly string[]): string {
    return productIds.filter(each => id.test(each)).join('.');
}

/** With these products in front, as often as they are there. */
export function withNewest(
    known: readonly string[],
    newest: readonly string[],
    most: number,
): readonly string[] {
    return [...new Set([...[...newest].reverse(), ...known])].slice(0, most);
}
