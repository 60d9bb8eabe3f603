import type { RequestContext } from '@vendure/core';
import type { PastProduct } from '../../domain/serving/served-model';

/** What the shopper of a request did and wants. Asked for only what the request's consent covers. */
export abstract class ShopperHistory {
    /** What the signed-in customer bought in the channel, the latest first, bounded. */
    abstract bought(ctx: RequestContext, customerId: number): Promise<readonly PastProduct[]>;

    /** What is in the cart of the request's session. */
    abstract inCart(ctx: RequestContext): Promise<readonly PastProduct[]>;

    /** What was bought with an order that the request's shopper may see; empty when there is none. */
    abstract inOrder(ctx: RequestContext, orderCode: string): Promise<readonly PastProduct[]>;
}
