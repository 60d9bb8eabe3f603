import type {
    OrderModifier,
    StockLevelService,
    StockLocationService,
    StockMovementService,
} from '@vendure/core';
import type { StockMovementRecorder } from './stock-movement-recorder';
import type { Stocktake } from './stocktake';

/**
 * `StockLevelService` and `StockMovementService` have no seam: they read a level, and write what they computed from
 * it, whatever happened in between; and a movement over several locations is written with its full quantity at each.
 * Here the methods that change stock are replaced, on the one instance that the application has. A test holds the
 * sources of what is replaced against those that this was written for.
 */
export function patchStockServices(
    services: {
        readonly levels: StockLevelService;
        readonly movements: StockMovementService;
        readonly locations: StockLocationService;
        readonly modifier: OrderModifier;
    },
    own: { readonly recorder: StockMovementRecorder; readonly stocktake: Stocktake },
): void {
    const { recorder, stocktake } = own;
    Object.assign(services.levels, {
        updateStockOnHandForLocation: (ctx, variantId, locationId, change) =>
            stocktake.add(ctx, variantId, locationId, { onHand: change, allocated: 0 }),
        updateStockAllocatedForLocation: (ctx, variantId, locationId, change) =>
            stocktake.add(ctx, variantId, locationId, { onHand: 0, allocated: change }),
    } satisfies Partial<StockLevelService>);
    Object.assign(services.movements, {
        adjustProductVariantStock: (ctx, variantId, stockOnHand) =>
            stocktake.count(ctx, variantId, stockOnHand),
        createAllocationsForOrder: (ctx, order) => recorder.allocateOrder(ctx, order),
        createAllocationsForOrderLines: (ctx, lines) => recorder.allocate(ctx, lines),
        createSalesForOrder: (ctx, lines) => recorder.sell(ctx, lines),
        createCancellationsForOrderLines: (ctx, lines) => recorder.takeBack(ctx, lines),
        createReleasesForOrderLines: (ctx, lines) => recorder.release(ctx, lines),
    } satisfies Partial<StockMovementService>);

    const { modifier, locations } = services;
    const cancel = modifier.cancelOrderByOrderLines.bind(modifier);
    const removeLocation = locations.delete.bind(locations);
    modifier.cancelOrderByOrderLines = (ctx, input, lines) =>
        recorder.whileCancelling(ctx, lines, () => cancel(ctx, input, lines));
    locations.delete = async (ctx, input) => {
        await stocktake.lockLocations(ctx, [input.id, input.transferToLocationId]);
        return removeLocation(ctx, input);
    };
}

/** The methods that are replaced or relied on, as a test compares them with upstream's. */
export const patchedMethods = {
    StockLevelService: ['updateStockOnHandForLocation', 'updateStockAllocatedForLocation'],
    StockMovementService: [
        'adjustProductVariantStock',
        'createAllocationsForOrder',
        'createAllocationsForOrderLines',
        'createSalesForOrder',
        'createCancellationsForOrderLines',
        'createReleasesForOrderLines',
    ],
    OrderModifier: ['cancelOrderByOrderLines', 'updateOrderLineQuantity'],
    StockLocationService: ['delete'],
} as const;
