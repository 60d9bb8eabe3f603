import 'server-only';
import { unstable_cache } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { isLocale, type Locale } from '@/lib/market/locale';
import { oneAtATime } from '@/lib/one-at-a-time';
import { sharePicture, type Shared } from './share-picture';

/** Drawing takes a fraction of a second of a processor: a crawler that asks for all must not take the shop down. */
const draw = oneAtATime(20);

/**
 * The picture that networks show where somebody shares a page.
 *
 * @param locale - As the address has it.
 * @param find - What the page is about; nothing where there is none.
 * @returns A PNG; 404 where there is no such page, 503 where too many are asked for at once.
 */
export async function pictureAnswer(
    locale: string,
    find: (locale: Locale) => Promise<Shared | null | undefined>,
): Promise<Response> {
    if (!isLocale(locale)) {
        return new Response(null, { status: 404 });
    }
    const shared = await find(locale);
    if (!shared) {
        return new Response(null, { status: 404 });
    }
    const { name, preview } = shared;
    const t = await getTranslations({ locale, namespace: 'shop' });
    const drawn = draw(
        unstable_cache(
            async () => (await sharePicture(shared, t('tagline'))).toString('base64'),
            ['share-picture', locale, name, preview ?? ''],
            { tags: ['products', 'collections', 'content', 'assets'], revalidate: 3_600 },
        ),
    );
    if (!drawn) {
        return new Response(null, { status: 503, headers: { 'retry-after': '5' } });
    }
    return new Response(Buffer.from(await drawn, 'base64'), {
        headers: { 'content-type': 'image/png', 'cache-control': 'public, max-age=3600' },
    });
}
