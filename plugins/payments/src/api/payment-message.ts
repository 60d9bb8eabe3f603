import type { RequestContext } from '@vendure/core';
import type { PaymentIntent } from '../domain/payment-intent';

/**
 * Why an attempt ended, for its shopper. A decline is worded for them; a failure is in the provider's words, which are
 * for the people of the shop.
 */
export function messageOf(ctx: RequestContext, { state, failure }: PaymentIntent): string | undefined {
    return state === 'failed' ? ctx.translate('message.efi-payment-failed') : failure?.message;
}
