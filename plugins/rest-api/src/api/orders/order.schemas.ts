import { z } from 'zod';
import { money, pageOf, timeText } from '../schemas/page';

const text = z.string().nullable();

const address = z
    .object({
        fullName: text,
        company: text,
        streetLine1: text,
        streetLine2: text,
        city: text,
        province: text,
        postalCode: text,
        countryCode: text,
        phoneNumber: text,
    })
    .meta({ id: 'OrderAddress' });

const summary = z.object({
    code: z.string(),
    state: z
        .string()
        .describe('As Vendure names it: `PaymentSettled`, `Shipped`, `Delivered`, `Cancelled` …'),
    placedAt: timeText.nullable(),
    updatedAt: timeText,
    currencyCode: z.string(),
    totalQuantity: z.int(),
    total: money,
    totalWithTax: money,
});

export const orderSummary = summary.meta({ id: 'OrderSummary' });

const line = z
    .object({
        id: z.string(),
        sku: z.string(),
        name: z.string(),
        quantity: z.int(),
        unitPrice: money,
        unitPriceWithTax: money,
        linePrice: money.describe('Before discounts.'),
        linePriceWithTax: money.describe('Before discounts.'),
        discountedLinePrice: money.describe('With its share of every discount.'),
        discountedLinePriceWithTax: money.describe('With its share of every discount.'),
        taxRate: z.number().describe('In percent.'),
    })
    .meta({ id: 'OrderLine' });

const amounts = { amount: money, amountWithTax: money };

const detail = summary.extend({
    subTotal: money,
    subTotalWithTax: money,
    shipping: money,
    shippingWithTax: money,
    couponCodes: z.array(z.string()),
    lines: z.array(line),
    shippingLines: z.array(z.object({ method: z.string(), price: money, priceWithTax: money })),
    surcharges: z.array(z.object({ description: z.string(), price: money, priceWithTax: money })),
    discounts: z.array(z.object({ description: z.string(), ...amounts })).describe('Amounts are negative.'),
    shippingAddress: address,
    billingAddress: address,
    payments: z.array(z.object({ method: z.string(), amount: money, state: z.string() })),
    fulfillments: z.array(z.object({ state: z.string(), method: z.string(), trackingCode: z.string() })),
});

export const orderDetail = detail.meta({ id: 'Order' });

/** An order as staff and programs see it. */
export const bulkOrder = detail
    .extend({
        id: z.string(),
        isActive: z.boolean().describe('Whether the shopper may still change it.'),
        customer: z
            .object({
                id: z.string(),
                emailAddress: z.string(),
                firstName: z.string(),
                lastName: z.string(),
            })
            .nullable(),
    })
    .meta({ id: 'BulkOrder' });

export const orderPage = pageOf(orderSummary, 'OrderPage');
export const bulkOrderPage = pageOf(bulkOrder, 'BulkOrderPage');
