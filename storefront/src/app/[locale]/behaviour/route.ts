import { limits } from '@/lib/behaviour/act';
import { forwardActs } from '@/lib/behaviour/forward-acts';
import { readActs } from '@/lib/behaviour/read-acts';
import { currentConsent } from '@/lib/consent/current-consent';
import { isSameOrigin } from '@/lib/same-origin';
import { keepViewed } from '@/lib/viewed/viewed';

/** Takes what shoppers do from their browsers, if they agreed to that. */
export async function POST(request: Request): Promise<Response> {
    if (!isSameOrigin(request.headers)) {
        return answer(403);
    }
    const length = Number(request.headers.get('content-length') ?? NaN);
    if (!(length <= limits.bytes)) {
        return answer(413);
    }
    const acts = readActs(await request.text());
    if (!acts) {
        return answer(400);
    }
    if ((await currentConsent()).purposes.length === 0) {
        return answer(204);
    }
    await keepViewed(acts.flatMap(act => ('productViewed' in act ? [act.productViewed.productId] : [])));
    try {
        await forwardActs(acts);
        return answer(204);
    } catch {
        // Nobody waits for this answer; the server's own metrics tell that it is away.
        return answer(502);
    }
}

function answer(status: number): Response {
    return new Response(null, { status, headers: { 'cache-control': 'no-store' } });
}
