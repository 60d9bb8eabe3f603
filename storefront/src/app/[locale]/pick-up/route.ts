import { z } from 'zod';
import { fetchPickUpStock } from '@/features/product/pick-up-queries';
import { isLocale } from '@/lib/market/locale';

const headers = { 'cache-control': 'no-store' };

const id = z.string().regex(/^[\w-]{1,50}$/);
const asked = z.object({ product: id, variant: id });

/** What each pick-up place has of `variant` of `product`, for the page that is there already and says nothing of it. */
export async function GET(
    request: Request,
    { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
    const { locale } = await params;
    if (!isLocale(locale)) {
        return new Response(null, { status: 404, headers });
    }
    const { data } = asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!data) {
        return new Response(null, { status: 400, headers });
    }
    try {
        const stock = await fetchPickUpStock(locale, data.product, data.variant);
        return stock ? Response.json(stock, { headers }) : new Response(null, { status: 404, headers });
    } catch (error) {
        console.error('What the pick-up places have could not be read:', error);
        return new Response(null, { status: 503, headers });
    }
}
