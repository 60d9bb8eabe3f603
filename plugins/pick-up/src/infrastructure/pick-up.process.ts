import {
    idsAreEqual,
    type Injector,
    type Order,
    type OrderProcess,
    type RequestContext,
    type StockLocation,
} from '@vendure/core';
import type { MessageKey } from '../pick-up.messages';
import { asKept, keepPlace, keptPlaceOf } from './order-place-field';
import { PickUpOrders } from './pick-up-orders';
import { PickUpStock } from './pick-up-stock';

/**
 * Lets no cart come to payment that is fetched nowhere, or where not all of it is. An order that is delivered forgets
 * its place. Orders that staff write by hand are theirs to decide.
 */
export class PickUpProcess implements OrderProcess<never> {
    private orders!: PickUpOrders;
    private stock!: PickUpStock;

    init(injector: Injector): void {
        this.orders = injector.get(PickUpOrders);
        this.stock = injector.get(PickUpStock);
    }

    onTransitionStart: OrderProcess<never>['onTransitionStart'] = async (from, to, { ctx, order }) =>
        to === 'ArrangingPayment' && from === 'AddingItems' ? this.reasonAgainst(ctx, order) : undefined;

    /** What this changes of the order is saved with the transition. */
    private async reasonAgainst(ctx: RequestContext, order: Order): Promise<string | undefined> {
        const methodId = await this.orders.pickUpMethodOf(ctx, order);
        const kept = await this.orders.placeOf(ctx, order);
        if (methodId === undefined) {
            if (keptPlaceOf(order)) {
                keepPlace(order, null);
            }
            return undefined;
        }
        const places = await this.stock.places(ctx);
        const place = places.find(({ id }) => kept && idsAreEqual(id, kept.placeId));
        if (!place) {
            return places.length > 0
                ? say(ctx, kept ? 'efi-pick-up-no-such-place' : 'efi-pick-up-choose')
                : undefined;
        }
        keepPlace(order, asKept(place, String(methodId)));
        return this.whatIsMissing(ctx, order, place);
    }

    private async whatIsMissing(
        ctx: RequestContext,
        order: Order,
        place: StockLocation,
    ): Promise<string | undefined> {
        const missing = await this.orders.missingAt(ctx, order.id, place);
        return missing.size === 0
            ? undefined
            : say(ctx, 'efi-pick-up-not-all-here', {
                  place: place.name,
                  items: [...missing.values()].join(', '),
              });
    }
}

function say(ctx: RequestContext, key: MessageKey, values?: Readonly<Record<string, string>>): string {
    return ctx.translate(`message.${key}`, values);
}
