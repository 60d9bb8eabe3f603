import { fetchSuggestions } from '@/features/search/fetch-suggestions';
import { isLocale } from '@/lib/market/locale';
import { askedTerm, mostTyped, noSuggestions } from '@/lib/search/suggestions';

/** The same for everybody: a browser, or whatever stands before the shop, need not ask twice within a minute. */
const kept = { 'cache-control': 'public, max-age=60' };
const notKept = { 'cache-control': 'no-store' };

/** What a shopper may mean who has typed `q`. */
export async function GET(
    request: Request,
    { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
    const { locale } = await params;
    const typed = new URL(request.url).searchParams.get('q') ?? '';
    if (!isLocale(locale)) {
        return new Response(null, { status: 404, headers: notKept });
    }
    if (typed.length > mostTyped) {
        return new Response(null, { status: 400, headers: notKept });
    }
    const term = askedTerm(typed);
    if (!term) {
        return Response.json(noSuggestions, { headers: kept });
    }
    try {
        return Response.json(await fetchSuggestions(locale, term), { headers: kept });
    } catch {
        // A search goes without; the server's own metrics tell that it is away.
        return new Response(null, { status: 503, headers: notKept });
    }
}
