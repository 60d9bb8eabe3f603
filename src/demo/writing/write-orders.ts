import type { HistoricOrder } from '../orders/order.types';
import { priceOrder } from '../orders/price-order';
import { shippingTexts, type TaxClass, taxClassNames } from '../shop/markets';
import type { WrittenVariant } from './catalogue.types';
import type { RowWriter } from './row-writer';
import { orderAddress } from './write-customers';
import { type OrderContext, refundReason, type WrittenOrder } from './written-order';
import { writeHistoryEntries } from './write-history-entries';
import { pastPaymentMethodCode } from './write-payment-methods';
import { writeStockMovements } from './write-stock-movements';

/** Writes orders with all that Vendure would have written while they were placed, paid, sent or called off. */
export async function writeOrders(
    writer: RowWriter,
    context: OrderContext,
    history: readonly HistoricOrder[],
): Promise<void> {
    const placed = await writeOrderRows(writer, context, history);
    const paid = await writePayments(writer, placed);
    const sent = await writeFulfillments(writer, paid);
    const orders = await writeRefunds(writer, sent);
    await writeHistoryEntries(writer, orders);
    await writeStockMovements(writer, context, orders);
}

type PlacedOrder = Omit<WrittenOrder, 'paymentId'>;

async function writeOrderRows(
    writer: RowWriter,
    context: OrderContext,
    history: readonly HistoricOrder[],
): Promise<PlacedOrder[]> {
    const ids = await writer.reserveIds('order', history.length);
    const lineIds = await writer.reserveIds('order_line', history.flatMap(({ lines }) => lines).length);
    const shippingIds = await writer.reserveIds('shipping_line', history.length);
    let nextLine = 0;
    const placed = history.map((order, index): PlacedOrder => ({
        id: ids[index] ?? 0,
        order,
        priced: priceOrder(order),
        lines: order.lines.map(({ sku, quantity }) => ({
            id: lineIds[nextLine++] ?? 0,
            variant: variantOf(context, sku),
            quantity,
        })),
    }));
    await writer.insert(
        'order',
        placed.map(order => orderRow(context, order)),
    );
    await writer.insert(
        'order_channels_channel',
        placed.flatMap(({ id, order }) =>
            [context.shop.defaultChannel, context.shop.channels[order.market]].map(channelId => ({
                orderId: id,
                channelId,
            })),
        ),
    );
    await writer.insert(
        'shipping_line',
        placed.map((order, index) => ({ id: shippingIds[index] ?? 0, ...shippingRow(context, order) })),
    );
    await writer.insert(
        'order_line',
        placed.flatMap((order, index) => lineRows(context, order, shippingIds[index] ?? 0)),
    );
    return placed;
}

function orderRow({ shop, customers }: OrderContext, { id, order, priced }: PlacedOrder) {
    const cancelled = order.fate.cancelledAt !== undefined;
    const address = orderAddress(order.shopper);
    return {
        id,
        createdAt: order.placedAt,
        updatedAt: lastChange(order),
        code: order.code,
        state: stateOf(order),
        active: false,
        orderPlacedAt: order.placedAt,
        couponCodes: '',
        shippingAddress: address,
        billingAddress: address,
        currencyCode: priced.market.currency,
        customerId: customers.get(order.shopper.email) ?? null,
        taxZoneId: shop.zones[order.market],
        subTotal: cancelled ? 0 : priced.subTotal.net,
        subTotalWithTax: cancelled ? 0 : priced.subTotal.gross,
        shipping: cancelled ? 0 : priced.shipping.net,
        shippingWithTax: cancelled ? 0 : priced.shipping.gross,
    };
}

/** A cancelled order keeps its delivery charge with an adjustment that takes it away, as Vendure writes it. */
function shippingRow({ shop }: OrderContext, { id, order, priced }: PlacedOrder) {
    const { pricesIncludeTax, shippingTaxRate } = priced.market;
    return {
        createdAt: order.placedAt,
        updatedAt: order.placedAt,
        orderId: id,
        shippingMethodId: shop.shippingMethods[order.market][order.shipping],
        listPrice: priced.shippingListPrice,
        listPriceIncludesTax: pricesIncludeTax,
        adjustments: order.fate.cancelledAt
            ? [
                  {
                      adjustmentSource: 'CANCEL_ORDER',
                      type: 'OTHER',
                      description: 'shipping cancellation',
                      amount: -priced.shippingListPrice,
                      data: {},
                  },
              ]
            : [],
        taxLines: [{ description: 'shipping tax', taxRate: shippingTaxRate }],
    };
}

function lineRows({ shop }: OrderContext, { id, order, priced, lines }: PlacedOrder, shippingLineId: number) {
    return lines.map((line, index) => {
        const { listPrice = 0, taxRate = 0 } = order.lines[index] ?? {};
        return {
            id: line.id,
            createdAt: order.placedAt,
            updatedAt: order.placedAt,
            orderId: id,
            shippingLineId,
            productVariantId: line.variant.id,
            featuredAssetId: line.variant.featuredAssetId,
            taxCategoryId: shop.taxCategories[line.variant.taxClass],
            quantity: order.fate.cancelledAt ? 0 : line.quantity,
            orderPlacedQuantity: line.quantity,
            initialListPrice: listPrice,
            listPrice,
            listPriceIncludesTax: priced.market.pricesIncludeTax,
            adjustments: [],
            taxLines: [{ description: taxName(line.variant.taxClass, priced.market.zone), taxRate }],
        };
    });
}

async function writePayments(
    writer: RowWriter,
    placed: readonly PlacedOrder[],
): Promise<(PlacedOrder & { paymentId: number })[]> {
    const ids = await writer.insertWithIds(
        'payment',
        placed.map(({ id, order, priced }) => ({
            createdAt: order.fate.paidAt,
            updatedAt: order.fate.paidAt,
            orderId: id,
            method: pastPaymentMethodCode,
            state: 'Settled',
            amount: priced.total.gross,
            transactionId: `demo-${order.code.toLowerCase()}`,
            metadata: {},
        })),
    );
    return placed.map((order, index) => ({ ...order, paymentId: ids[index] ?? 0 }));
}

async function writeFulfillments(
    writer: RowWriter,
    orders: readonly WrittenOrder[],
): Promise<WrittenOrder[]> {
    const sent = orders.filter(({ order }) => order.fate.shippedAt);
    const ids = await writer.insertWithIds(
        'fulfillment',
        sent.map(({ order }) => ({
            createdAt: order.fate.shippedAt ?? order.placedAt,
            updatedAt: order.fate.deliveredAt ?? order.fate.shippedAt ?? order.placedAt,
            state: order.fate.deliveredAt ? 'Delivered' : 'Shipped',
            trackingCode: order.shipping === 'collect' ? '' : `EFI${order.code.slice(0, 9)}`,
            method: shippingTexts[order.shipping].name.en,
            handlerCode: 'manual-fulfillment',
        })),
    );
    const idOf = new Map(sent.map(({ id }, index) => [id, ids[index] ?? 0]));
    await writer.insert(
        'order_fulfillments_fulfillment',
        sent.map(({ id }) => ({ orderId: id, fulfillmentId: idOf.get(id) ?? 0 })),
    );
    await writer.insert(
        'order_line_reference',
        sent.flatMap(({ id, lines }) =>
            lines.map(line => ({
                discriminator: 'FulfillmentLine',
                orderLineId: line.id,
                quantity: line.quantity,
                fulfillmentId: idOf.get(id) ?? 0,
            })),
        ),
    );
    return orders.map(order => ({ ...order, fulfillmentId: idOf.get(order.id) }));
}

/** A cancelled order is paid back whole; otherwise somebody sent the first line back. */
async function writeRefunds(writer: RowWriter, orders: readonly WrittenOrder[]): Promise<WrittenOrder[]> {
    const refunded = orders.filter(({ order: { fate } }) => fate.cancelledAt ?? fate.refundedAt);
    const ids = await writer.insertWithIds(
        'refund',
        refunded.map(({ order: { fate, placedAt }, priced, paymentId }) => {
            const items = fate.cancelledAt ? priced.subTotal.gross : (priced.lines[0]?.gross ?? 0);
            const shipping = fate.cancelledAt ? priced.shipping.gross : 0;
            const at = fate.cancelledAt ?? fate.refundedAt ?? placedAt;
            return {
                createdAt: at,
                updatedAt: at,
                paymentId,
                method: pastPaymentMethodCode,
                reason: refundReason(fate.cancelledAt !== undefined),
                state: 'Settled',
                metadata: {},
                items,
                shipping,
                adjustment: 0,
                total: items + shipping,
            };
        }),
    );
    const idOf = new Map(refunded.map(({ id }, index) => [id, ids[index] ?? 0]));
    await writer.insert(
        'order_line_reference',
        refunded.flatMap(({ id, order: { fate }, lines }) =>
            (fate.cancelledAt ? lines : lines.slice(0, 1)).map(line => ({
                discriminator: 'RefundLine',
                orderLineId: line.id,
                quantity: line.quantity,
                refundId: idOf.get(id) ?? 0,
            })),
        ),
    );
    return orders.map(order => ({ ...order, refundId: idOf.get(order.id) }));
}

function stateOf({ fate }: HistoricOrder): string {
    if (fate.cancelledAt) {
        return 'Cancelled';
    }
    if (fate.deliveredAt) {
        return 'Delivered';
    }
    return fate.shippedAt ? 'Shipped' : 'PaymentSettled';
}

function lastChange({ fate }: HistoricOrder): Date {
    return fate.refundedAt ?? fate.deliveredAt ?? fate.shippedAt ?? fate.cancelledAt ?? fate.paidAt;
}

function taxName(taxClass: TaxClass, zone: string): string {
    return `${taxClassNames[taxClass]} ${zone}`;
}

function variantOf({ variants }: OrderContext, sku: string): WrittenVariant {
    const variant = variants.get(sku);
    if (!variant) {
        throw new Error(`An order has "${sku}", which is not in the catalogue.`);
    }
    return variant;
}
