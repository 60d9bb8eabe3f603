import type { CreateCustomerInput } from '@vendure/common/lib/generated-shop-types';
import { DefaultGuestCheckoutStrategy, type Order, type RequestContext } from '@vendure/core';

/**
 * Guests may use a mail address that an earlier guest used, and Vendure takes them for the same customer. What they
 * leave out, it would fill with what the earlier one gave: title and telephone, told to whoever knows the address.
 */
export class GuestCheckout extends DefaultGuestCheckoutStrategy {
    override setCustomerForOrder(ctx: RequestContext, order: Order, input: CreateCustomerInput) {
        return super.setCustomerForOrder(ctx, order, {
            ...input,
            title: input.title ?? '',
            phoneNumber: input.phoneNumber ?? '',
        });
    }
}
