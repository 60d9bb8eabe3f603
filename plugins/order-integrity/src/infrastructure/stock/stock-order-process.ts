import { ConfigService, type Injector, type OrderProcess, type OrderState } from '@vendure/core';
import type { OrderTransitionData } from '@vendure/core';
import { OrderStock } from './order-stock';

/** Holds an order's goods from the moment in which it can be paid, until it is placed or goes back to the cart. */
export class StockOrderProcess implements OrderProcess<OrderState> {
    private stock!: OrderStock;

    init(injector: Injector): void {
        this.stock = injector.get(OrderStock);
        this.beTheLast(injector.get(ConfigService));
    }

    async onTransitionStart(
        _from: OrderState,
        to: OrderState,
        { ctx, order }: OrderTransitionData,
    ): Promise<string | void> {
        if (to === 'ArrangingPayment') {
            return this.stock.reserve(ctx, order);
        }
    }

    async onTransitionEnd(
        from: OrderState,
        to: OrderState,
        { ctx, order }: OrderTransitionData,
    ): Promise<void> {
        if (from === 'ArrangingPayment' && (to === 'AddingItems' || to === 'Cancelled')) {
            await this.stock.release(ctx, order.id);
        }
    }

    /**
     * A refused transition commits what was written for it, so nothing may refuse after the stock was taken. Plugins
     * that come later in the configuration add their processes behind this one.
     */
    private beTheLast({ orderOptions }: ConfigService): void {
        const others = orderOptions.process.filter(process => process !== this);
        orderOptions.process.splice(0, Infinity, ...others, this);
    }
}
