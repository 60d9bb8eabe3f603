import { getLocale } from 'next-intl/server';
import { redirect } from '@/i18n/navigation';
import { opensOrder } from '@/features/order/order-key';
import { rememberOrder } from '@/lib/vendure/known-orders';

interface Context {
    readonly params: Promise<{ code: string }>;
}

/** Where mails lead to. The order's key moves from the address, which people pass on, into a cookie. */
export async function GET(request: Request, { params }: Context): Promise<never> {
    const [locale, { code }] = await Promise.all([getLocale(), params]);
    const key = new URL(request.url).searchParams.get('key') ?? '';
    if (await opensOrder(code, key)) {
        await rememberOrder(code, key);
    }
    return redirect({ href: `/orders/${encodeURIComponent(code)}`, locale });
}
