import { storefrontEnv } from '@/lib/env';

export const dynamic = 'force-dynamic';

/** Whether this process can make pages, which takes the Shop API. */
export async function GET(): Promise<Response> {
    try {
        const response = await fetch(storefrontEnv().shopApiUrl, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: '{"query":"{ __typename }"}',
            cache: 'no-store',
            signal: AbortSignal.timeout(2_000),
        });
        return answer(response.ok, `the Shop API answered ${response.status}`);
    } catch (error) {
        return answer(false, error instanceof Error ? error.message : String(error));
    }
}

function answer(ready: boolean, reason: string): Response {
    return ready
        ? Response.json({ status: 'ready' })
        : Response.json({ status: 'unready', reason }, { status: 503 });
}
