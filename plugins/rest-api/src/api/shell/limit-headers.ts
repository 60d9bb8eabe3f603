import type { LimitState } from '../../infrastructure/limits/request-limits';

/** What a caller has left, as draft-ietf-httpapi-ratelimit-headers writes it. */
export function limitHeaders(state: LimitState): Record<string, string> {
    const { name, quota, windowSeconds, remaining, resetSeconds, isExceeded } = state;
    return {
        'ratelimit-policy': `"${name}";q=${quota};w=${windowSeconds}`,
        ratelimit: `"${name}";r=${remaining};t=${resetSeconds}`,
        ...(isExceeded ? { 'retry-after': String(resetSeconds) } : {}),
    };
}
