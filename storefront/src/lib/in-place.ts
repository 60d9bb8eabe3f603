/** Where a page changed in place last: the reader stays where they are on it, with the focus too. */
let address: string | undefined;

/** Says that the way to an address is a change in place, like a filter, and no move to another page. */
export function changesInPlace(href: string): void {
    address = new URL(href, window.location.href).href;
}

/** Whether the address that the browser shows was come to by a change in place. */
export function wasInPlace(): boolean {
    if (address !== window.location.href) {
        // Come to once more, by a link say, it is a page like any other.
        address = undefined;
    }
    return address !== undefined;
}
