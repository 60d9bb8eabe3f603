import { checkoutContracts, type CheckoutRefusal } from '@efi/plugin-kit';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import {
    type ID,
    idsAreEqual,
    type Order,
    OrderService,
    type RequestContext,
    ShippingMethod,
    type StockLocation,
    TransactionalConnection,
} from '@vendure/core';
import { PICK_UP_OPTIONS, type ResolvedPickUpOptions } from '../pick-up.options';
import { asKept, ORDER_PLACE } from './order-place-field';
import { PickUpOrders } from './pick-up-orders';
import { EfiPickUpPlaceError } from './pick-up-place.error';
import { PickUpStock } from './pick-up-stock';

/** Has a shopper fetch a cart at a place, and the rest of the shop know of it. */
@Injectable()
export class ChoosePlace implements OnModuleInit {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly orders: OrderService,
        private readonly pickUpOrders: PickUpOrders,
        private readonly stock: PickUpStock,
        @Inject(PICK_UP_OPTIONS) private readonly options: ResolvedPickUpOptions,
    ) {}

    onModuleInit(): void {
        const contracts = checkoutContracts(this.connection.rawConnection);
        contracts.addStockPlace(async (ctx, order) => (await this.pickUpOrders.placeOf(ctx, order))?.placeId);
        contracts.addArrangingStep(async (ctx, orderId, { pickUpPlaceId }) =>
            pickUpPlaceId ? this.chooseWhenArranging(ctx, orderId, pickUpPlaceId as ID) : undefined,
        );
    }

    /**
     * Sets way of shipping and place together.
     *
     * @returns The order, or why nothing of it was done.
     */
    async execute(
        ctx: RequestContext,
        orderId: ID,
        shippingMethodId: ID,
        placeId: ID,
    ): Promise<Order | CheckoutRefusal> {
        if (!(await this.isPickUp(ctx, shippingMethodId))) {
            return new EfiPickUpPlaceError(ctx, 'NOT_PICK_UP');
        }
        const place = await this.placeWithAll(ctx, orderId, placeId);
        if (place instanceof EfiPickUpPlaceError) {
            return place;
        }
        const shipped = await this.orders.setShippingMethod(ctx, orderId, [shippingMethodId]);
        return 'errorCode' in shipped
            ? (shipped as unknown as CheckoutRefusal)
            : this.keep(ctx, orderId, place, shippingMethodId);
    }

    private async chooseWhenArranging(
        ctx: RequestContext,
        orderId: ID,
        placeId: ID,
    ): Promise<EfiPickUpPlaceError | undefined> {
        const order = await this.orders.findOne(ctx, orderId, ['shippingLines']);
        const shippingMethodId = order && (await this.pickUpOrders.pickUpMethodOf(ctx, order));
        if (shippingMethodId === undefined) {
            return new EfiPickUpPlaceError(ctx, 'NOT_PICK_UP');
        }
        const place = await this.placeWithAll(ctx, orderId, placeId);
        if (place instanceof EfiPickUpPlaceError) {
            return place;
        }
        await this.keep(ctx, orderId, place, shippingMethodId);
        return undefined;
    }

    private async placeWithAll(ctx: RequestContext, orderId: ID, placeId: ID) {
        const place = (await this.stock.places(ctx)).find(({ id }) => idsAreEqual(id, placeId));
        if (!place) {
            return new EfiPickUpPlaceError(ctx, 'NOT_A_PLACE');
        }
        const missing = await this.pickUpOrders.missingAt(ctx, orderId, place);
        return missing.size > 0 ? new EfiPickUpPlaceError(ctx, 'NOT_ALL_HERE', place.name, missing) : place;
    }

    private keep(ctx: RequestContext, orderId: ID, place: StockLocation, methodId: ID) {
        return this.orders.updateCustomFields(ctx, orderId, {
            [ORDER_PLACE]: asKept(place, String(methodId)),
        });
    }

    private async isPickUp(ctx: RequestContext, shippingMethodId: ID): Promise<boolean> {
        const method = await this.connection.getRepository(ctx, ShippingMethod).findOne({
            where: { id: shippingMethodId },
            select: { id: true, code: true },
            loadEagerRelations: false,
        });
        return method !== null && this.options.isPickUp(method.code);
    }
}
