import type { RequestContext } from '@vendure/core';

const visitIds = /^[\w-]{16,64}$/;

/**
 * What tells a visit from others: the header `efi-visit`, random and made by the storefront, or else the session's
 * token. It is never stored as it is.
 */
export function visitOf(ctx: RequestContext): string | undefined {
    const declared = ctx.req?.headers['efi-visit'];
    return typeof declared === 'string' && visitIds.test(declared) ? declared : ctx.session?.token;
}
