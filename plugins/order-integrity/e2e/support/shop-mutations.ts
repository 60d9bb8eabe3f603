import { parse } from 'graphql';
import { CUSTOMER, type Shop, type Shopper } from './shop';

/** A mutation that is ready to run, and the order that it changes. */
export interface Scenario {
    readonly orderId: string;
    /** @returns The mutation's result. */
    readonly run: () => Promise<unknown>;
}

export type PrepareScenario = (shop: Shop) => Promise<Scenario>;

export const RESULT = '{ __typename ... on ErrorResult { errorCode message } }';

let count = 0;
export const newEmail = () => `shopper-${++count}@example.com`;

/** The mutation by a shopper with a cart that lacks nothing but its payment. */
function onCart(
    document: string,
    prepare: (shopper: Shopper) => Promise<unknown> = () => Promise.resolve(),
): PrepareScenario {
    return async shop => {
        const shopper = await shop.shopper().fillCart(newEmail());
        const order = await shopper.order();
        await prepare(shopper);
        return {
            orderId: order.id,
            run: () => shopper.query(document, { line: order.lines[0]?.id }),
        };
    };
}

/** The mutation by a guest who has put something into the cart and not said who it is for. */
function onGuestCart(prepare: (shop: Shop, shopper: Shopper) => Promise<string>): PrepareScenario {
    return async shop => {
        const shopper = await shop.shopper().begin();
        const { id = '' } = await shopper.add();
        const document = await prepare(shop, shopper);
        return { orderId: id, run: () => shopper.query(document) };
    };
}

async function tokenOf(shop: Shop, column: 'verificationToken' | 'passwordResetToken', email: string) {
    const [row] = await shop.sql<{ token: string }>(
        `SELECT "${column}" AS token FROM authentication_method WHERE identifier = $1`,
        [email],
    );
    return row?.token ?? '';
}

const COLLECT = `mutation { createShippingMethod(input: {
    code: "collect", fulfillmentHandler: "manual-fulfillment"
    checker: { code: "default-shipping-eligibility-checker", arguments: [{ name: "orderMinimum", value: "0" }] }
    calculator: { code: "default-shipping-calculator", arguments: [
        { name: "rate", value: "0" }, { name: "includesTax", value: "auto" }, { name: "taxRate", value: "0" }
    ] }
    translations: [{ languageCode: en, name: "Collect", description: "" }]
}) { id } }`;

const ADDRESS = '(input: { countryCode: "AT", streetLine1: "Ring 1" })';

/** Every mutation of the Shop API that changes an order, ready to run. */
export const shopMutations: Record<string, PrepareScenario> = {
    addItemToOrder: onCart(`mutation { addItemToOrder(productVariantId: "T_2", quantity: 1) ${RESULT} }`),
    addItemsToOrder: onCart(
        'mutation { addItemsToOrder(inputs: [{ productVariantId: "T_2", quantity: 1 }]) { errorResults { ... on ErrorResult { errorCode } } } }',
    ),
    addPaymentToOrder: onCart(
        `mutation { addPaymentToOrder(input: { method: "card", metadata: {} }) ${RESULT} }`,
        shopper => shopper.transition('ArrangingPayment'),
    ),
    adjustOrderLine: onCart(
        `mutation ($line: ID!) { adjustOrderLine(orderLineId: $line, quantity: 3) ${RESULT} }`,
    ),
    applyCouponCode: onCart(`mutation { applyCouponCode(couponCode: "SAVE") ${RESULT} }`),
    arrangeEfiOrder: onCart(
        `mutation { arrangeEfiOrder(input: { billingAddress: { streetLine1: "Ring 2", countryCode: "AT" }, shippingMethodIds: ["T_1"] }) ${RESULT} }`,
    ),
    authenticate: onGuestCart(() =>
        Promise.resolve(
            `mutation { authenticate(input: { native: { username: "${CUSTOMER}", password: "test" } }) ${RESULT} }`,
        ),
    ),
    login: onGuestCart(() =>
        Promise.resolve(`mutation { login(username: "${CUSTOMER}", password: "test") ${RESULT} }`),
    ),
    removeAllOrderLines: onCart(`mutation { removeAllOrderLines ${RESULT} }`),
    removeCouponCode: onCart('mutation { removeCouponCode(couponCode: "SAVE") { __typename } }', shopper =>
        shopper.applyCoupon('SAVE'),
    ),
    removeOrderLine: onCart(`mutation ($line: ID!) { removeOrderLine(orderLineId: $line) ${RESULT} }`),
    resetPassword: onGuestCart(async (shop, shopper) => {
        const email = newEmail();
        await shop.createCustomer(email);
        await shopper.query(`mutation { requestPasswordReset(emailAddress: "${email}") { __typename } }`);
        const token = await tokenOf(shop, 'passwordResetToken', email);
        return `mutation { resetPassword(token: "${token}", password: "another") ${RESULT} }`;
    }),
    setCurrencyCodeForOrder: onCart(`mutation { setCurrencyCodeForOrder(currencyCode: USD) ${RESULT} }`),
    setCustomerForOrder: onCart(
        `mutation { setCustomerForOrder(input: { emailAddress: "other@example.com", firstName: "C", lastName: "D" }) ${RESULT} }`,
    ),
    setEfiOrderPickUpPlace: async shop => {
        const admin = <T>(document: string) => shop.adminClient.query<T>(parse(document));
        const { createShippingMethod } = await admin<{ createShippingMethod: { id: string } }>(COLLECT);
        const { createStockLocation } = await admin<{ createStockLocation: { id: string } }>(
            'mutation { createStockLocation(input: { name: "Counter" }) { id } }',
        );
        const place = createStockLocation.id;
        await admin(
            `mutation { setEfiPickUpPlace(stockLocationId: "${place}", isPickUpPlace: true) { id } }`,
        );
        return onCart(
            `mutation { setEfiOrderPickUpPlace(shippingMethodId: "${createShippingMethod.id}", placeId: "${place}") ${RESULT} }`,
        )(shop);
    },
    setEfiVatNumber: onCart(`mutation { setEfiVatNumber(vatNumber: "DE136695976") ${RESULT} }`),
    setOrderBillingAddress: onCart(`mutation { setOrderBillingAddress${ADDRESS} ${RESULT} }`),
    setOrderCustomFields: onCart(
        `mutation { setOrderCustomFields(input: { customFields: { message: "Happy birthday" } }) ${RESULT} }`,
    ),
    setOrderShippingAddress: onCart(`mutation { setOrderShippingAddress${ADDRESS} ${RESULT} }`),
    setOrderShippingMethod: onCart(
        `mutation { setOrderShippingMethod(shippingMethodId: ["T_1"]) ${RESULT} }`,
    ),
    transitionOrderToState: onCart(
        'mutation { transitionOrderToState(state: "ArrangingPayment") { __typename ... on OrderStateTransitionError { errorCode transitionError } } }',
    ),
    unsetOrderBillingAddress: onCart(`mutation { unsetOrderBillingAddress ${RESULT} }`),
    unsetOrderShippingAddress: onCart(`mutation { unsetOrderShippingAddress ${RESULT} }`),
    verifyCustomerAccount: onGuestCart(async (shop, shopper) => {
        const email = newEmail();
        await shopper.query(
            `mutation { registerCustomerAccount(input: { emailAddress: "${email}", password: "test" }) { __typename } }`,
        );
        const token = await tokenOf(shop, 'verificationToken', email);
        return `mutation { verifyCustomerAccount(token: "${token}") ${RESULT} }`;
    }),
};
