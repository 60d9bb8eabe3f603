import { onlyProperties, type PersonalDataTable, personalRows } from '@efi/plugin-kit';

const order = {
    purpose: 'Selling and delivering what was ordered',
    basis: 'contract',
    retention: 'For the books as long as law asks; without names once the customer is erased',
} as const satisfies Partial<PersonalDataTable>;

const books = 'Law has the books kept: numbers, dates, amounts and taxes stay as they are.';

/** What taxes need of an address. */
const COUNTRY_ONLY = (column: string) => onlyProperties(column, 'text', ['countryCode', 'country']);

/** Of an order’s history, the entries that carry states and nothing that somebody wrote. */
const STATES = [
    'ORDER_STATE_TRANSITION',
    'ORDER_PAYMENT_TRANSITION',
    'ORDER_FULFILLMENT',
    'ORDER_FULFILLMENT_TRANSITION',
    'ORDER_COUPON_APPLIED',
    'ORDER_COUPON_REMOVED',
];

const ofPayment = `"paymentId" IN (SELECT id FROM payment WHERE ${personalRows.ofOrder()})`;
const ofFulfilment = `id IN (SELECT "fulfillmentId" FROM order_fulfillments_fulfillment WHERE ${personalRows.ofOrder()})`;

/** Vendure’s tables about orders. They are kept for the books, and name nobody after an erasure. */
export const orders: readonly PersonalDataTable[] = [
    {
        ...order,
        table: 'history_entry',
        part: 'history_entry of customers',
        holds: 'What happened with the account, and notes of staff',
        purpose: 'Helping the customer',
        retention: 'As long as the account',
        rows: personalRows.ofCustomer(),
        columns: { customerId: 'the customer', data: 'what happened', administratorId: 'who did it' },
        impersonal: ['type', 'discriminator'],
        withheld: ['administratorId'],
        erasure: { by: 'deletion' },
    },
    {
        ...order,
        table: 'history_entry',
        part: 'history_entry of orders',
        holds: 'What happened with an order, and notes of staff',
        rows: personalRows.ofOrder(),
        columns: { orderId: 'the order', data: 'what happened', administratorId: 'who did it' },
        impersonal: ['type', 'discriminator'],
        withheld: ['administratorId'],
        erasure: {
            by: 'overwriting',
            with: {
                data: `CASE WHEN type = 'ORDER_REFUND_TRANSITION' THEN (data::jsonb - 'reason')::text
                    WHEN type IN (${STATES.map(type => `'${type}'`).join(', ')}) THEN data ELSE '{}' END`,
            },
            because: books,
        },
    },
    {
        ...order,
        table: 'order_modification',
        holds: 'How an order was changed afterwards',
        rows: personalRows.ofOrder(),
        columns: {
            orderId: 'the order',
            note: 'free text',
            shippingAddressChange: 'address',
            billingAddressChange: 'address',
        },
        impersonal: ['paymentId'],
        erasure: {
            by: 'overwriting',
            with: { note: `''`, shippingAddressChange: 'NULL', billingAddressChange: 'NULL' },
            because: books,
        },
    },
    {
        ...order,
        table: 'refund',
        holds: 'Money given back',
        rows: ofPayment,
        columns: { reason: 'free text', metadata: 'what the provider said' },
        impersonal: ['paymentId', 'method', 'state', 'transactionId'],
        erasure: {
            by: 'overwriting',
            with: { reason: 'NULL', metadata: onlyProperties('metadata', 'text', ['operationId']) },
            because: books,
        },
    },
    {
        ...order,
        table: 'payment',
        holds: 'Payments of an order',
        rows: personalRows.ofOrder(),
        columns: {
            orderId: 'the order',
            errorMessage: 'what the provider said',
            metadata: 'what the provider said, such as the last digits of a card',
        },
        impersonal: ['method', 'state', 'transactionId'],
        erasure: {
            by: 'overwriting',
            with: { errorMessage: 'NULL', metadata: onlyProperties('metadata', 'text', ['intentId']) },
            because: books,
        },
    },
    {
        ...order,
        table: 'fulfillment',
        holds: 'Parcels, with the number by which the carrier knows them',
        rows: ofFulfilment,
        columns: { trackingCode: 'the carrier’s number, which leads to name and address' },
        impersonal: ['state', 'method', 'handlerCode'],
        erasure: { by: 'overwriting', with: { trackingCode: `''` }, because: books },
    },
    {
        ...order,
        table: 'order_line',
        holds: 'What was bought, for how much',
        rows: personalRows.ofOrder(),
        columns: { orderId: 'the order', productVariantId: 'the variant', quantity: 'how many' },
        impersonal: ['adjustments', 'taxLines', 'orderPlacedQuantity'],
        erasure: { by: 'nothing', because: books },
    },
    {
        ...order,
        table: 'order',
        holds: 'Orders and carts',
        rows: personalRows.ofCustomer(),
        columns: {
            customerId: 'the customer',
            code: 'number of the order',
            shippingAddress: 'address',
            billingAddress: 'address',
            orderPlacedAt: 'when it was placed',
        },
        impersonal: ['type', 'state', 'couponCodes', 'currencyCode', 'aggregateOrderId'],
        rectifiable: ['shippingAddress', 'billingAddress'],
        erasure: {
            by: 'overwriting',
            with: {
                shippingAddress: COUNTRY_ONLY('shippingAddress'),
                billingAddress: COUNTRY_ONLY('billingAddress'),
                // A guest's browser goes on with a cart of its own, and writes nothing more onto this one.
                active: 'false',
            },
            because: books,
        },
    },
];
