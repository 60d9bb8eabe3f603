import type { ActiveOrderStrategy, Injector, Order, RequestContext } from '@vendure/core';
import type { OrderLock } from '../lock/order-lock';
import type { CustomerOrderLock } from './customer-order-lock';
import type { SessionOrder } from './session-order';

/** What an {@link ActiveOrderStrategy} is given, as the Shop API's caller wrote it. */
type StrategyInput = Record<string, unknown>;

/** A strategy that can make orders. */
export type CreatingStrategy = ActiveOrderStrategy<StrategyInput> &
    Required<Pick<ActiveOrderStrategy<StrategyInput>, 'createActiveOrder'>>;

/** The locks and look-ups that keep the first order single. */
export interface FirstOrderGuards {
    readonly orderLock: OrderLock;
    readonly customerOrderLock: CustomerOrderLock;
    readonly sessionOrder: SessionOrder;
}

/**
 * Lets the shop's own strategy make the first order of a user or session only once: of several requests at the
 * same time, on however many servers, one makes it and the others find it. Costs nothing when there is one already, nor
 * when the request comes without a session, as a shopper's first one does.
 */
export class OneActiveOrderStrategy implements ActiveOrderStrategy<StrategyInput> {
    readonly name: string;
    readonly defineInputType: ActiveOrderStrategy['defineInputType'];

    constructor(
        private readonly strategy: CreatingStrategy,
        private readonly guards: FirstOrderGuards,
    ) {
        this.name = strategy.name;
        this.defineInputType = strategy.defineInputType?.bind(strategy);
    }

    init(injector: Injector): void | Promise<void> {
        return this.strategy.init?.(injector);
    }

    destroy(): void | Promise<void> {
        return this.strategy.destroy?.();
    }

    determineActiveOrder(ctx: RequestContext, input: StrategyInput): Promise<Order | undefined> {
        return this.strategy.determineActiveOrder(ctx, input);
    }

    async createActiveOrder(ctx: RequestContext, input: StrategyInput): Promise<Order> {
        const { orderLock, customerOrderLock, sessionOrder } = this.guards;
        const { session } = ctx;
        // Without a transaction the lock would be gone before the order is in the session.
        if (!session || !orderLock.transactionOf(ctx)) {
            return this.strategy.createActiveOrder(ctx, input);
        }
        // The token of a session that this request began is nobody else's yet, nor can it have an order.
        if (!ctx.activeUserId && sessionOrder.isOwn(session)) {
            return this.strategy.createActiveOrder(ctx, input);
        }
        await (ctx.activeUserId
            ? customerOrderLock.ofUser(ctx, ctx.activeUserId)
            : customerOrderLock.ofSession(ctx, session.id));
        await sessionOrder.refresh(ctx, session);
        const found = await this.strategy.determineActiveOrder(ctx, input);
        return found ?? this.strategy.createActiveOrder(ctx, input);
    }
}
