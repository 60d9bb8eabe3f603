import { storefrontEnv } from '@/lib/env';
import { isLocale } from '@/lib/market/locale';
import { samePageIn } from '@/lib/market/same-page';

/** Leads to the language and market that were chosen below a page, for browsers without scripts. */
export async function GET(
    request: Request,
    { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
    const { locale } = await params;
    const chosen = new URL(request.url).searchParams;
    const target = `${chosen.get('language')}-${chosen.get('market')}`;
    if (!isLocale(locale) || !isLocale(target)) {
        return new Response(null, { status: 404 });
    }
    const location = samePageIn(target, request.headers.get('referer'), storefrontEnv().storefrontUrl);
    return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
}
