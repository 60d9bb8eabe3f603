import 'server-only';
import { cookies } from 'next/headers';
import { storefrontEnv } from '@/lib/env';

const cookieName = 'efi_orders';
const kept = 10;

/**
 * Orders that this browser may show: it placed them, or named the e-mail that goes with them. The server shows a
 * guest's order to whoever knows its code; a code in a forwarded address should not be enough to read an address.
 */
export async function knowsOrder(code: string): Promise<boolean> {
    return (await readCodes()).includes(code);
}

/** For Server Actions only. */
export async function rememberOrder(code: string): Promise<void> {
    const codes = [code, ...(await readCodes()).filter(other => other !== code)].slice(0, kept);
    (await cookies()).set(cookieName, codes.join(','), {
        httpOnly: true,
        sameSite: 'lax',
        secure: storefrontEnv().storefrontUrl.startsWith('https:'),
        path: '/',
        maxAge: 24 * 60 * 60,
    });
}

async function readCodes(): Promise<string[]> {
    return ((await cookies()).get(cookieName)?.value ?? '').split(',').filter(Boolean);
}
