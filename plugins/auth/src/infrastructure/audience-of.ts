import type { RequestContext } from '@vendure/core';
import type { Audience } from '../tokens/domain/audience';

/** Whose API a request came to. */
export function audienceOf({ apiType }: RequestContext): Audience {
    return apiType === 'admin' ? 'admin' : 'shop';
}
