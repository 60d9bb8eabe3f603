import { checkoutContracts } from '@efi/plugin-kit';
import { Inject, Injectable } from '@nestjs/common';
import {
    type ID,
    Order,
    type OrderLine,
    type RequestContext,
    ShippingLine,
    ShippingMethod,
    type StockLocation,
    TransactionalConnection,
    TranslatorService,
} from '@vendure/core';
import { In } from 'typeorm';
import { type LineAvailability, linesAtPlace } from '../domain/order-at-place';
import { PICK_UP_OPTIONS, type ResolvedPickUpOptions } from '../pick-up.options';
import { type KeptPlace, keptPlaceOf } from './order-place-field';
import { PickUpStock } from './pick-up-stock';

/** A place, and what it has of an order that was not placed yet. */
export interface PickUpOption {
    readonly place: StockLocation;
    readonly lines: readonly LineAvailability[];
}

/** What orders that are fetched have to do with places. */
@Injectable()
export class PickUpOrders {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly translator: TranslatorService,
        private readonly stock: PickUpStock,
        @Inject(PICK_UP_OPTIONS) private readonly options: ResolvedPickUpOptions,
    ) {}

    /** Each place of the channel, by name, with what it has of each line now. What is held for the order is there. */
    async optionsFor(ctx: RequestContext, order: Order): Promise<PickUpOption[]> {
        if (order.orderPlacedAt || order.state === 'Cancelled') {
            return [];
        }
        const places = await this.stock.places(ctx);
        return places.length === 0 ? [] : this.availability(ctx, order.id, places);
    }

    /** The names of what a place does not have of an order now, by the ids of its lines. */
    async missingAt(ctx: RequestContext, orderId: ID, place: StockLocation): Promise<Map<string, string>> {
        const [option] = await this.availability(ctx, orderId, [place]);
        const missing = (option?.lines ?? [])
            .filter(({ availability }) => availability === 'NOT_HERE')
            .map(({ lineId }) => lineId);
        if (missing.length === 0) {
            return new Map();
        }
        const lines = await this.linesOf(ctx, orderId);
        return new Map(
            lines
                .filter(({ id }) => missing.includes(String(id)))
                .map(({ id, productVariant }) => [
                    String(id),
                    this.translator.translate(productVariant, ctx).name,
                ]),
        );
    }

    /** Where the order is fetched, as it was kept. With another way of shipping by now, nowhere. */
    async placeOf(ctx: RequestContext, order: Order): Promise<KeptPlace | undefined> {
        const kept = keptPlaceOf(order);
        if (!kept) {
            return undefined;
        }
        const methods = await this.shippingMethodsOf(ctx, order);
        return methods.some(id => String(id) === kept.shippingMethodId) ? kept : undefined;
    }

    /** The way of shipping of an order that is fetched. */
    async pickUpMethodOf(ctx: RequestContext, order: Order): Promise<ID | undefined> {
        const ids = await this.shippingMethodsOf(ctx, order);
        const methods = await this.connection
            .getRepository(ctx, ShippingMethod)
            .find({ where: { id: In(ids) }, select: { id: true, code: true }, loadEagerRelations: false });
        return methods.find(({ code }) => this.options.isPickUp(code))?.id;
    }

    private async shippingMethodsOf(ctx: RequestContext, order: Order): Promise<ID[]> {
        const loaded = order.shippingLines as ShippingLine[] | undefined;
        const lines =
            loaded ??
            (await this.connection
                .getRepository(ctx, ShippingLine)
                .find({ where: { order: { id: order.id } }, loadEagerRelations: false }));
        return lines.flatMap(({ shippingMethodId }) => shippingMethodId ?? []);
    }

    private async availability(
        ctx: RequestContext,
        orderId: ID,
        places: readonly StockLocation[],
    ): Promise<PickUpOption[]> {
        const lines = await this.linesOf(ctx, orderId);
        const held = await checkoutContracts(this.connection.rawConnection).heldStock(ctx, orderId);
        const stocks = await Promise.all(
            lines.map(async line => ({
                line,
                ...(await this.stock.of(ctx, line.productVariant, held)),
            })),
        );
        return places.map(place => ({
            place,
            lines: linesAtPlace(
                stocks.map(({ line, rules, freeAt }) => ({
                    lineId: String(line.id),
                    variantId: String(line.productVariantId),
                    quantity: line.quantity,
                    free: freeAt(place),
                    rules,
                })),
            ),
        }));
    }

    private async linesOf(ctx: RequestContext, orderId: ID): Promise<OrderLine[]> {
        const { lines } = await this.connection.getRepository(ctx, Order).findOneOrFail({
            where: { id: orderId },
            relations: { lines: { productVariant: { translations: true } } },
            order: { lines: { id: 'ASC' } },
            loadEagerRelations: false,
        });
        return lines.filter(({ quantity }) => quantity > 0);
    }
}
