import { parse } from 'graphql';
import type { Shop, Shopper } from './shop';

/** Variants of the small shop, by the ids that its products file gives them. */
export const LAMP = 1;
export const CHAIR = 2;
export const RUG = 3;

interface Level {
    readonly location: number;
    readonly onHand: number;
    readonly allocated: number;
}

interface Movement {
    readonly type: string;
    readonly location: number;
    readonly quantity: number;
}

/** What an order mutation answers, as far as the tests look at it. */
export interface Answer {
    readonly __typename: string;
    readonly id?: string;
    readonly code?: string;
    readonly state?: string;
    readonly message?: string;
    readonly transitionError?: string;
    readonly lines?: ReadonlyArray<{ readonly id: string; readonly quantity: number }>;
}

const ANSWER = `
    __typename ... on Order { id code state lines { id quantity } } ... on ErrorResult { message }
    ... on OrderStateTransitionError { transitionError }`;

/** The warehouse: what is where, as administrators set it and as the database has it. */
export function warehouse(shop: Shop) {
    const admin = <T>(document: string, variables?: Record<string, unknown>) =>
        shop.adminClient.query<T>(parse(document), variables);
    return {
        admin,
        /** Makes stock locations until there are `count`; their ids are 1 to `count`. */
        haveLocations: async (count: number) => {
            const rows = await shop.sql<{ count: number }>('SELECT count(*)::int FROM stock_location');
            for (let made = rows[0]?.count ?? 0; made < count; made++) {
                await admin(
                    `mutation { createStockLocation(input: { name: "Warehouse ${made + 1}" }) { id } }`,
                );
            }
        },
        /** Has a variant counted, with so many pieces at the locations 1, 2, 3 … */
        stock: (variant: number, onHand: readonly number[], settings: Record<string, unknown> = {}) =>
            admin(
                `mutation ($input: [UpdateProductVariantInput!]!) { updateProductVariants(input: $input) { id } }`,
                {
                    input: [
                        {
                            id: `T_${variant}`,
                            trackInventory: 'TRUE',
                            stockLevels: onHand.map((stockOnHand, i) => ({
                                stockLocationId: `T_${i + 1}`,
                                stockOnHand,
                            })),
                            ...settings,
                        },
                    ],
                },
            ),
        /** Begins anew: nothing was ever sold or reserved, and nothing is there. */
        forget: () =>
            shop.sql(`
                DELETE FROM efi_stock_reservation;
                DELETE FROM stock_movement;
                UPDATE stock_level SET "stockOnHand" = 0, "stockAllocated" = 0`),
        levels: (variant: number) =>
            shop.sql<Level>(
                `SELECT "stockLocationId" AS location, "stockOnHand" AS "onHand", "stockAllocated" AS allocated
                   FROM stock_level WHERE "productVariantId" = $1 ORDER BY "stockLocationId"`,
                [variant],
            ),
        /** Of orders, the oldest first. */
        movements: (variant: number) =>
            shop.sql<Movement>(
                `SELECT type, "stockLocationId" AS location, quantity FROM stock_movement
                  WHERE "productVariantId" = $1 AND type <> 'ADJUSTMENT' ORDER BY id`,
                [variant],
            ),
        reservations: (variant: number) =>
            shop.sql<{ location: number; quantity: number }>(
                `SELECT "stockLocationId" AS location, quantity FROM efi_stock_reservation
                  WHERE "variantId" = $1 AND quantity > 0 ORDER BY "stockLocationId"`,
                [variant],
            ),
    };
}

/** Fills a cart and everything that an order needs before it can be paid. */
export async function fillCart(shopper: Shopper, lines: Readonly<Record<number, number>>): Promise<Answer> {
    for (const [variant, quantity] of Object.entries(lines)) {
        await shopper.add(variant, quantity);
    }
    await shopper.query(`mutation {
        setCustomerForOrder(input: { firstName: "Ada", lastName: "Quill", emailAddress: "${randomAddress()}" }) { __typename }
        setOrderShippingAddress(input: { fullName: "Ada Quill", streetLine1: "1 Lane", city: "Wien", countryCode: "AT" }) { __typename }
        setOrderShippingMethod(shippingMethodId: ["T_1"]) { __typename }
    }`);
    const { activeOrder } = await shopper.query<{ activeOrder: Answer }>(
        `{ activeOrder { __typename id code state lines { id quantity } } }`,
    );
    return activeOrder;
}

export async function moveOrder(shopper: Shopper, state: string): Promise<Answer> {
    const { answer } = await shopper.query<{ answer: Answer }>(
        `mutation { answer: transitionOrderToState(state: "${state}") { ${ANSWER} } }`,
    );
    return answer;
}

export async function pay(shopper: Shopper): Promise<Answer> {
    const { answer } = await shopper.query<{ answer: Answer }>(
        `mutation { answer: addPaymentToOrder(input: { method: "card", metadata: {} }) { ${ANSWER} } }`,
    );
    return answer;
}

/** From an empty cart to a paid order. */
export async function buy(shopper: Shopper, lines: Readonly<Record<number, number>>): Promise<Answer> {
    await fillCart(shopper, lines);
    const started = await moveOrder(shopper, 'ArrangingPayment');
    return started.state === 'ArrangingPayment' ? pay(shopper) : started;
}

function randomAddress(): string {
    return `${Math.random().toString(36).slice(2)}@example.com`;
}
