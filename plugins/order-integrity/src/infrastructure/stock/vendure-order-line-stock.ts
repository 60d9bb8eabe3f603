import { checkoutContracts } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import {
    GlobalSettingsService,
    type ID,
    type Order,
    OrderLine,
    type ProductVariant,
    type RequestContext,
    TransactionalConnection,
} from '@vendure/core';
import { In } from 'typeorm';
import type { LineMovement, MovingLine } from '../../domain/line-movements';
import { stockPolicyOf } from '../../domain/stock-policy';

/** Lines as Vendure's services name them. */
export type OrderLineInputs = ReadonlyArray<{ readonly orderLineId: ID; readonly quantity: number }>;

/** A line that was read for moving some of its goods. */
export interface LoadedLine extends MovingLine {
    readonly orderId: number;
    readonly entity: OrderLine;
}

interface MovementRow extends LineMovement {
    readonly lineId: number;
}

/** Sales have quantities below 0 in Vendure's table. */
const MOVEMENTS = `
    SELECT "orderLineId" AS "lineId", type, "stockLocationId" AS "locationId", abs(quantity) AS quantity
      FROM stock_movement WHERE "orderLineId" = ANY($1::int[]) ORDER BY id`;

/** Reads what is known about the stock of order lines. */
@Injectable()
export class VendureOrderLineStock {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly globalSettings: GlobalSettingsService,
    ) {}

    /** Lines that do not exist, or of which nothing is asked for, are left out. */
    async read(ctx: RequestContext, inputs: OrderLineInputs): Promise<LoadedLine[]> {
        const lineIds = inputs.map(input => Number(input.orderLineId));
        const repository = this.connection.getRepository(ctx, OrderLine);
        const lines = await repository.find({
            where: { id: In(lineIds) },
            relations: { productVariant: true, order: true },
            loadEagerRelations: false,
        });
        const movements = await repository.query<MovementRow[]>(MOVEMENTS, [lineIds]);
        const orders = new Map(lines.map(({ order }) => [order.id, order]));
        const places = new Map(
            await Promise.all(
                [...orders].map(async ([id, order]) => [id, await this.placeOf(ctx, order)] as const),
            ),
        );
        const loaded = await Promise.all(
            inputs.map(async ({ orderLineId, quantity }) => {
                const line = lines.find(({ id }) => Number(id) === Number(orderLineId));
                const ofLine = movements.filter(({ lineId }) => lineId === Number(orderLineId));
                return line && quantity > 0
                    ? [
                          await this.toLine(ctx, line, {
                              orderId: Number(line.order.id),
                              quantity,
                              movements: ofLine,
                              onlyAt: places.get(line.order.id),
                          }),
                      ]
                    : [];
            }),
        );
        return loaded.flat();
    }

    /**
     * The lines of an order of which nothing was allocated yet, each in full.
     *
     * @param order - With its lines. Nothing has to be read when those come with their variants.
     */
    async ofNewOrder(ctx: RequestContext, order: Order): Promise<LoadedLine[]> {
        const lines = order.lines.filter(line => line.quantity > 0);
        if (lines.some(line => !(line.productVariant as ProductVariant | undefined))) {
            return this.read(
                ctx,
                lines.map(({ id, quantity }) => ({ orderLineId: id, quantity })),
            );
        }
        const onlyAt = await this.placeOf(ctx, order);
        return Promise.all(
            lines.map(line =>
                this.toLine(ctx, line, {
                    orderId: Number(order.id),
                    quantity: line.quantity,
                    movements: [],
                    onlyAt,
                }),
            ),
        );
    }

    private async placeOf(ctx: RequestContext, order: Order): Promise<number | undefined> {
        const place = await checkoutContracts(this.connection.rawConnection).stockPlaceOf(ctx, order);
        return place === undefined ? undefined : Number(place);
    }

    private async toLine(
        ctx: RequestContext,
        entity: OrderLine,
        known: Pick<LoadedLine, 'orderId' | 'quantity' | 'movements' | 'onlyAt'>,
    ): Promise<LoadedLine> {
        return {
            ...known,
            lineId: Number(entity.id),
            variantId: Number(entity.productVariantId),
            lineQuantity: entity.quantity,
            policy: stockPolicyOf(entity.productVariant, await this.globalSettings.getSettings(ctx)),
            entity,
        };
    }
}
