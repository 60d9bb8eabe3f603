import 'server-only';
import { cookies } from 'next/headers';
import { storefrontEnv } from '@/lib/env';
import { productsIn, written } from '@/lib/product-list-cookie';

/** Kept because the shopper asked for it, so without asking for consent; gone when the browser is closed. */
const comparedCookie = 'efi_compare';

/** As many as can be taken in side by side. */
export const MOST_COMPARED = 4;

/** Ids of the products that the shopper put side by side. */
export async function comparedProducts(): Promise<readonly string[]> {
    return productsIn((await cookies()).get(comparedCookie)?.value, MOST_COMPARED);
}

/** For Server Actions only. */
export async function keepCompared(productIds: readonly string[]): Promise<void> {
    (await cookies()).set(comparedCookie, written(productIds), {
        httpOnly: true,
        sameSite: 'lax',
        secure: storefrontEnv().storefrontUrl.startsWith('https:'),
        path: '/',
    });
}
