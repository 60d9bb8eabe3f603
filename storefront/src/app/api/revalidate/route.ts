import { revalidateTag } from 'next/cache';
import { z } from 'zod';
import { storefrontEnv } from '@/lib/env';
import { forgetHotPages } from '@/lib/hot-pages/serve';
import { knownTags } from '@/lib/vendure/cache-manifest';
import { isSigned, SIGNATURE_HEADER } from '@/lib/vendure/revalidation-signature';

const LONGEST_BODY = 32_000;

const callBack = z.object({ tags: z.array(z.string().max(100)).max(500) });

/** Where the server says what has changed. What is kept under these tags is asked for again by the next page. */
export async function POST(request: Request): Promise<Response> {
    const { revalidationSecret } = storefrontEnv();
    if (!revalidationSecret) {
        return refuse(404, 'This storefront keeps nothing: REVALIDATION_SECRET is not set.');
    }
    const body = await readBody(request);
    if (body === undefined) {
        return refuse(413, `The body has more than ${LONGEST_BODY} bytes.`);
    }
    if (!isSigned(revalidationSecret, request.headers.get(SIGNATURE_HEADER), body, new Date())) {
        return refuse(401, 'The signature is missing, wrong or old.');
    }
    const parsed = callBack.safeParse(parse(body));
    if (!parsed.success) {
        return refuse(400, 'The body is signed, but names no tags.');
    }
    const tags = knownTags(parsed.data.tags);
    // At once: the first page after this must not show what was.
    tags.forEach(tag => revalidateTag(tag, { expire: 0 }));
    forgetHotPages();
    return Response.json({ revalidated: tags });
}

/** Stops reading where nothing honest goes on. */
async function readBody(request: Request): Promise<string | undefined> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    const reader = request.body?.getReader();
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
        size += part.value.byteLength;
        if (size > LONGEST_BODY) {
            await reader?.cancel();
            return undefined;
        }
        chunks.push(part.value);
    }
    return Buffer.concat(chunks).toString('utf8');
}

function parse(body: string): unknown {
    try {
        return JSON.parse(body);
    } catch {
        return undefined;
    }
}

function refuse(status: number, error: string): Response {
    return Response.json({ error }, { status });
}
