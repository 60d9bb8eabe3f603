import { DefaultOrderByCodeAccessStrategy, type Order, type RequestContext } from '@vendure/core';

/**
 * An order of somebody with an account is theirs to see, signed in. A guest's can be seen for two hours by whoever
 * knows its code, which Vendure's own strategy allows for all orders.
 */
export class OrderAccess extends DefaultOrderByCodeAccessStrategy {
    constructor() {
        super('2h');
    }

    override canAccessOrder(ctx: RequestContext, order: Order): boolean {
        const owner = order.customer?.user;
        // A guest who registers after buying has an account that is not theirs before they read their mail.
        return owner?.verified ? owner.id === ctx.activeUserId : super.canAccessOrder(ctx, order);
    }
}
