import 'server-only';
import { cookies } from 'next/headers';
import { readKnown, withOrder, writeKnown } from './known-order-list';
import { cookieOptions } from './session';

const cookieName = 'efi_orders';

/**
 * Orders that this browser may show: it placed them, or named the e-mail that goes with them, or came by a mail's link.
 * The server shows a guest's order for a while to whoever knows its code; a code in a forwarded address should not be
 * enough to read an address.
 */
export async function knowsOrder(code: string): Promise<boolean> {
    return (await readCookie()).some(known => known.code === code);
}

/** For the server, which shows an order to who has its key. */
export async function orderKeys(): Promise<string[]> {
    return (await readCookie()).flatMap(({ key }) => key ?? []);
}

/** For Server Actions and routes only. @param key - That the server has given for it. */
export async function rememberOrder(code: string, key?: string): Promise<void> {
    const known = withOrder(await readCookie(), key ? { code, key } : { code });
    (await cookies()).set(cookieName, writeKnown(known), cookieOptions(1));
}

async function readCookie() {
    return readKnown((await cookies()).get(cookieName)?.value);
}
