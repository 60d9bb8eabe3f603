import { queryPrepared } from '@efi/plugin-kit';
import {
    type ID,
    Order,
    type OrderModifier,
    type OrderService,
    type ProductVariantService,
    type PromotionService,
    type RequestContext,
    type TransactionalConnection,
} from '@vendure/core';
import type { ObjectLiteral } from 'typeorm';
import { variantToAdd } from '../reads/variant-to-add';
import type { ReadRows } from './read-rows';
import { hasSameMembers } from './row-contents';
import { methodOf, savingChanges } from './save-changes';

interface Saving {
    readonly connection: TransactionalConnection;
    readonly promotionService: PromotionService;
    readonly readRows: ReadRows;
}

interface Variants {
    readonly variants: ProductVariantService;
}

const PROMOTIONS_ON_ORDER = 'SELECT "promotionId" AS id FROM order_promotions_promotion WHERE "orderId" = $1';

/** Orders whose prices somebody makes who has no use for what is read of them afterwards. */
const inHand = new WeakSet<Order>();

/** Has the order itself be the answer when its prices are made next, which else is read anew. */
export function keepInHand(order: Order): Order {
    inHand.add(order);
    return order;
}

/** `OrderService.applyPriceAdjustments` is Vendure's own, but for how it saves: see {@link savingChanges}. */
export function savePricesLean(service: OrderService, saving: Saving): void {
    const applyPriceAdjustments = methodOf(service, 'applyPriceAdjustments');
    service.applyPriceAdjustments = (ctx, order, ...rest) =>
        applyPriceAdjustments.call(pricing(service, order, saving), ctx, order, ...rest);
}

/** So are the steps of `OrderModifier` that save a line of an order, or its shipping. */
export function saveLinesLean(
    modifier: OrderModifier,
    { connection, readRows, variants }: Pick<Saving, 'connection' | 'readRows'> & Variants,
): void {
    const getProductVariantOrThrow = (ctx: RequestContext, variantId: ID, order: Order) =>
        variantToAdd({ connection, variants }, ctx, variantId, order);
    const lean = Object.create(modifier, {
        connection: { value: savingChanges(connection, readRows) },
        getProductVariantOrThrow: { value: getProductVariantOrThrow },
    }) as OrderModifier;
    modifier.updateOrderLineQuantity = methodOf(modifier, 'updateOrderLineQuantity').bind(lean);
    modifier.setShippingMethods = methodOf(modifier, 'setShippingMethods').bind(lean);
    modifier.getOrCreateOrderLine = methodOf(modifier, 'getOrCreateOrderLine').bind(lean);
}

function pricing(
    service: OrderService,
    order: Order,
    { connection, promotionService, readRows }: Saving,
): OrderService {
    let promotionsBefore: readonly ID[] | undefined;
    const getActivePromotionsOnOrder: PromotionService['getActivePromotionsOnOrder'] = async (
        ctx,
        orderId,
    ) => {
        const { manager } = connection.getRepository(ctx, Order);
        const rows = await queryPrepared<{ id: ID }>(manager, PROMOTIONS_ON_ORDER, [orderId]);
        promotionsBefore = rows.map(({ id }) => id);
        return rows.length === 0 ? [] : promotionService.getActivePromotionsOnOrder(ctx, orderId);
    };
    return Object.create(service, {
        connection: {
            // The order comes as a copy, without what is not saved with its prices.
            value: savingChanges(connection, readRows, {
                order,
                trim: copy => withoutSame(copy, promotionsBefore),
            }),
        },
        promotionService: {
            value: Object.create(promotionService, {
                getActivePromotionsOnOrder: { value: getActivePromotionsOnOrder },
            }) as PromotionService,
        },
        ...(inHand.delete(order) && { findOne: { value: () => Promise.resolve(order) } }),
    }) as OrderService;
}

/** Without its promotions, when they are the ones that the database has. */
function withoutSame(order: ObjectLiteral, before: readonly ID[] | undefined): ObjectLiteral {
    const { promotions, ...others } = order as Partial<Order>;
    const ids = promotions?.map(({ id }) => id);
    return ids && hasSameMembers(ids, before) ? others : order;
}
