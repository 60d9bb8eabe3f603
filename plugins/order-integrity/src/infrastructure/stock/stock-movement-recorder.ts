import { Injectable } from '@nestjs/common';
import {
    Allocation,
    Cancellation,
    EventBus,
    type Order,
    OrderLine,
    ProductVariant,
    Release,
    type RequestContext,
    Sale,
    StockLocation,
    type StockMovement,
    StockMovementEvent,
    TransactionalConnection,
    type Type,
    UserInputError,
} from '@vendure/core';
import { AllocateStock } from '../../application/allocate-stock';
import { MoveStock } from '../../application/move-stock';
import type { LinePart } from '../../domain/line-movements';
import { ShortfallMessages } from './shortfall-messages';
import { SplitOrders } from './split-orders';
import { type LoadedLine, type OrderLineInputs, VendureOrderLineStock } from './vendure-order-line-stock';

/**
 * Moves stock for Vendure's `StockMovementService`: a row for each line and location, which carries the quantity that
 * was moved there, and the event that tells of them.
 */
@Injectable()
export class StockMovementRecorder {
    private readonly cancelling = new WeakMap<RequestContext, OrderLineInputs>();

    constructor(
        private readonly connection: TransactionalConnection,
        private readonly eventBus: EventBus,
        private readonly lines: VendureOrderLineStock,
        private readonly allocateStock: AllocateStock,
        private readonly moveStock: MoveStock,
        private readonly splitOrders: SplitOrders,
        private readonly messages: ShortfallMessages,
    ) {}

    /**
     * @param order - With its lines and their variants.
     * @throws UserInputError that names what falls short, which rolls the transaction back.
     */
    async allocateOrder(ctx: RequestContext, order: Order): Promise<Allocation[]> {
        return this.allocateLines(ctx, await this.lines.ofNewOrder(ctx, order));
    }

    /** @throws UserInputError as `allocateOrder`. */
    async allocate(ctx: RequestContext, inputs: OrderLineInputs): Promise<Allocation[]> {
        return this.allocateLines(ctx, await this.lines.read(ctx, inputs));
    }

    async release(ctx: RequestContext, inputs: OrderLineInputs): Promise<Release[]> {
        const lines = await this.lines.read(ctx, inputs);
        return this.record(ctx, Release, lines, await this.moveStock.execute(ctx, 'RELEASE', lines));
    }

    async sell(ctx: RequestContext, inputs: OrderLineInputs): Promise<Sale[]> {
        const lines = await this.lines.read(ctx, inputs);
        const parts = await this.moveStock.execute(ctx, 'SALE', lines);
        // Vendure writes sales with quantities below 0.
        const negative = parts.map(part => ({ ...part, quantity: -part.quantity }));
        return this.record(ctx, Sale, lines, negative);
    }

    async takeBack(ctx: RequestContext, inputs: OrderLineInputs): Promise<Cancellation[]> {
        const cancelled = this.cancelling.get(ctx);
        const lines = await this.lines.read(ctx, cancelled ?? inputs);
        const parts = cancelled
            ? await this.moveStock.takeBack(ctx, lines)
            : await this.moveStock.execute(ctx, 'CANCELLATION', lines);
        return this.record(ctx, Cancellation, lines, parts);
    }

    /**
     * Runs Vendure's cancelling of order lines. Of a line that was sent in part, Vendure would both release and take
     * back as many pieces as were cancelled, so that two pieces change for each.
     */
    async whileCancelling<Result>(
        ctx: RequestContext,
        inputs: OrderLineInputs,
        cancel: () => Promise<Result>,
    ): Promise<Result> {
        this.cancelling.set(ctx, inputs);
        try {
            return await cancel();
        } finally {
            this.cancelling.delete(ctx);
        }
    }

    private async allocateLines(ctx: RequestContext, wanted: readonly LoadedLine[]): Promise<Allocation[]> {
        const { lines, release } = await this.splitOrders.share(ctx, wanted);
        if (release.length > 0) {
            await this.release(ctx, release);
        }
        const [first] = lines;
        if (!first) {
            return [];
        }
        const plan = await this.allocateStock.execute(ctx, first.orderId, lines);
        if (!plan.ok) {
            throw new UserInputError(await this.messages.describe(ctx, plan.shortfalls));
        }
        return this.record(ctx, Allocation, lines, plan.parts);
    }

    private async record<Movement extends StockMovement & { orderLine: OrderLine }>(
        ctx: RequestContext,
        entity: Type<Movement>,
        lines: readonly LoadedLine[],
        parts: readonly LinePart[],
    ): Promise<Movement[]> {
        if (parts.length === 0) {
            return [];
        }
        // By id alone: TypeORM would look for changes in all that hangs on the line.
        const movements = parts.map(
            part =>
                new entity({
                    productVariant: new ProductVariant({ id: part.variantId }),
                    stockLocation: new StockLocation({ id: part.locationId }),
                    stockLocationId: part.locationId,
                    quantity: part.quantity,
                    orderLine: new OrderLine({ id: part.lineId }),
                }),
        );
        const saved = await this.connection.getRepository(ctx, entity).save(movements);
        for (const movement of saved) {
            const line = lines.find(({ lineId }) => lineId === movement.orderLine.id);
            movement.orderLine = line?.entity ?? movement.orderLine;
        }
        await this.eventBus.publish(new StockMovementEvent(ctx, saved));
        return saved;
    }
}
