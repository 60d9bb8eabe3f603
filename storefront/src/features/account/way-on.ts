/** A page that signing in can lead to, as an address says it: `checkout`, `account`, `account/sessions`. */
const ours = /^(?:checkout|account(?:\/[\w-]{1,64}){0,3})$/;

/**
 * Where to go on to after signing in.
 *
 * @param to - What somebody's link asks for. Anything but the checkout and the account's own pages leads to the account.
 */
export function wayOn(to: unknown): `/${string}` {
    return typeof to === 'string' && ours.test(to) ? `/${to}` : '/account';
}

/** The address of the sign-in that leads back to a page. @param page - As `wayOn` knows it. */
export function signInFor(page: string): string {
    return `/sign-in?${new URLSearchParams({ to: page }).toString()}`;
}
