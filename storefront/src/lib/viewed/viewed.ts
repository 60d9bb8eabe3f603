import 'server-only';
import { cookies } from 'next/headers';
import { currentConsent } from '@/lib/consent/current-consent';
import { storefrontEnv } from '@/lib/env';
import { productsIn, withNewest, written } from '@/lib/product-list-cookie';
import { viewedCookie } from './viewed-cookie';

/** One more than is shown: the page's own product is none of them. */
const MOST = 7;

/** What the shopper looked at, if they agreed to have it kept. */
export async function viewedProducts(): Promise<readonly string[]> {
    const [cookieStore, { purposes }] = await Promise.all([cookies(), currentConsent()]);
    return purposes.includes('personalisation') ? productsIn(cookieStore.get(viewedCookie)?.value, MOST) : [];
}

/** For route handlers and Server Actions only. Without the agreement nothing is kept. */
export async function keepViewed(productIds: readonly string[]): Promise<void> {
    const { purposes } = await currentConsent();
    if (productIds.length === 0 || !purposes.includes('personalisation')) {
        return;
    }
    (await cookies()).set(viewedCookie, written(withNewest(await viewedProducts(), productIds, MOST)), {
        httpOnly: true,
        sameSite: 'lax',
        secure: storefrontEnv().storefrontUrl.startsWith('https:'),
        path: '/',
        maxAge: 30 * 24 * 60 * 60,
    });
}
