import type { IncomingHttpHeaders } from 'node:http';
import { createHash } from 'node:crypto';
import { entityTag, isInNoneMatch } from '../../domain/entity-tag';
import type { PlainAnswer } from './plain-answer';

/**
 * Gives a successful read its tag: the one that the route named, or a hash of the body. That one is weak, since a proxy
 * may compress the answer. Whoever has this version already is answered 304.
 */
export function withEntityTag(
    answer: PlainAnswer,
    { 'if-none-match': known }: IncomingHttpHeaders,
): PlainAnswer {
    if (answer.status !== 200 || answer.body === undefined) {
        return answer;
    }
    const tag =
        answer.headers.etag ??
        entityTag(createHash('sha256').update(answer.body).digest('base64url'), 'weak');
    const headers = { ...answer.headers, etag: tag };
    if (known === undefined || typeof tag !== 'string' || !isInNoneMatch(known, tag)) {
        return { ...answer, headers };
    }
    const kept = Object.entries(headers).filter(([name]) => name !== 'content-type');
    return { status: 304, headers: Object.fromEntries(kept) };
}
