import {
    type AvailableStock,
    type ID,
    type Injector,
    type LocationWithQuantity,
    MultiChannelStockLocationStrategy,
    type OrderLine,
    type RequestContext,
    StockLevel,
    type StockLocation,
} from '@vendure/core';
import DataLoader from 'dataloader';
import { AllocateStock } from '../../application/allocate-stock';
import { planMove, type StockMove } from '../../domain/plan-move';
import type { LocationQuantity } from '../../domain/stock-plan';
import { SqlStockBook } from './sql-stock-book';
import { VendureOrderLineStock } from './vendure-order-line-stock';

/**
 * Tells what is left after all that is held for orders that are being paid, and where the goods of a line come from
 * and go back to. What Vendure itself moves is decided by the same plans, a whole order at a time.
 */
export class ReservingStockLocationStrategy extends MultiChannelStockLocationStrategy {
    private book!: SqlStockBook;
    private allocateStock!: AllocateStock;
    private lines!: VendureOrderLineStock;

    override async init(injector: Injector): Promise<void> {
        await super.init(injector);
        this.book = injector.get(SqlStockBook);
        this.allocateStock = injector.get(AllocateStock);
        this.lines = injector.get(VendureOrderLineStock);
    }

    /** What is reserved counts as allocated. */
    override async getAvailableStock(
        ctx: RequestContext,
        productVariantId: ID,
        stockLevels: StockLevel[],
    ): Promise<AvailableStock> {
        const reserved = await this.reservedLoader(ctx).load(Number(productVariantId));
        const levels = stockLevels.map(level => {
            const held = reserved.find(part => part.locationId === Number(level.stockLocationId));
            const stockAllocated = level.stockAllocated + (held?.quantity ?? 0);
            return new StockLevel({ ...level, stockAllocated });
        });
        return super.getAvailableStock(ctx, productVariantId, levels);
    }

    override async forAllocation(
        ctx: RequestContext,
        stockLocations: StockLocation[],
        orderLine: OrderLine,
        quantity: number,
    ): Promise<LocationWithQuantity[]> {
        const lines = await this.lines.read(ctx, [{ orderLineId: orderLine.id, quantity }]);
        const [line] = lines;
        const plan = line && (await this.allocateStock.plan(ctx, line.orderId, lines));
        return plan?.ok ? withLocations(stockLocations, plan.parts) : [];
    }

    override forRelease(
        ctx: RequestContext,
        stockLocations: StockLocation[],
        orderLine: OrderLine,
        quantity: number,
    ): Promise<LocationWithQuantity[]> {
        return this.forMove('RELEASE', ctx, stockLocations, orderLine, quantity);
    }

    override forSale(
        ctx: RequestContext,
        stockLocations: StockLocation[],
        orderLine: OrderLine,
        quantity: number,
    ): Promise<LocationWithQuantity[]> {
        return this.forMove('SALE', ctx, stockLocations, orderLine, quantity);
    }

    override forCancellation(
        ctx: RequestContext,
        stockLocations: StockLocation[],
        orderLine: OrderLine,
        quantity: number,
    ): Promise<LocationWithQuantity[]> {
        return this.forMove('CANCELLATION', ctx, stockLocations, orderLine, quantity);
    }

    private async forMove(
        move: StockMove,
        ctx: RequestContext,
        stockLocations: StockLocation[],
        orderLine: OrderLine,
        quantity: number,
    ): Promise<LocationWithQuantity[]> {
        const lines = await this.lines.read(ctx, [{ orderLineId: orderLine.id, quantity }]);
        return withLocations(stockLocations, planMove(move, lines));
    }

    /** One query for all variants of a request that ask in the same breath; never an old answer. */
    private reservedLoader(ctx: RequestContext): DataLoader<number, LocationQuantity[]> {
        return this.requestContextCache.get(
            ctx,
            'efi-reserved-stock',
            () =>
                new DataLoader(
                    async (variantIds: readonly number[]) => {
                        const reserved = await this.book.reserved(ctx, variantIds);
                        return variantIds.map(id => reserved.filter(part => part.variantId === id));
                    },
                    { cache: false },
                ),
        );
    }
}

function withLocations(
    stockLocations: readonly StockLocation[],
    parts: readonly LocationQuantity[],
): LocationWithQuantity[] {
    return parts.flatMap(({ locationId, quantity }) => {
        const location = stockLocations.find(candidate => Number(candidate.id) === locationId);
        return location ? [{ location, quantity }] : [];
    });
}
