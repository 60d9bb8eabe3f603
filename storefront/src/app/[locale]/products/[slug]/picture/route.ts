import { unstable_cache } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { productNamed } from '@/features/product/named-product';
import { sharePicture } from '@/features/product/share-picture';
import { isLocale } from '@/lib/market/locale';
import { oneAtATime } from '@/lib/one-at-a-time';

/** Drawing takes a fraction of a second of a processor: a crawler that asks for all must not take the shop down. */
const draw = oneAtATime(20);

interface Context {
    readonly params: Promise<{ locale: string; slug: string }>;
}

/** The picture that networks show where somebody shares a product. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
    const { locale, slug } = await params;
    if (!isLocale(locale)) {
        return new Response(null, { status: 404 });
    }
    const product = await productNamed(locale, slug);
    if (!product) {
        return new Response(null, { status: 404 });
    }
    const t = await getTranslations({ locale, namespace: 'shop' });
    const drawn = draw(
        unstable_cache(
            async () => (await sharePicture({ ...product, tagline: t('tagline') })).toString('base64'),
            ['share-picture', locale, product.name, product.preview ?? ''],
            { tags: ['products', 'assets'], revalidate: 3_600 },
        ),
    );
    if (!drawn) {
        return new Response(null, { status: 503, headers: { 'retry-after': '5' } });
    }
    return new Response(Buffer.from(await drawn, 'base64'), {
        headers: { 'content-type': 'image/png', 'cache-control': 'public, max-age=3600' },
    });
}
