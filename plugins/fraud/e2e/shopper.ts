import type { TestShop } from '@efi/plugin-kit/testing';

export interface PaymentAnswer {
    __typename: string;
    code?: string;
    state?: string;
    message?: string;
    paymentErrorMessage?: string;
    intentId?: string;
}

/** Somebody with a browser and a session. */
export class Shopper {
    code = '';
    private token: string | undefined;

    constructor(
        private readonly shop: Pick<TestShop, 'config'>,
        private readonly headers: Readonly<Record<string, string>>,
    ) {}

    async signIn(emailAddress: string): Promise<void> {
        await this.query(`mutation { login(username: "${emailAddress}", password: "test") { __typename } }`);
    }

    /** Fills a cart and goes to where the payment is arranged; a guest when there is an address. */
    async toPayment(emailAddress?: string, quantity = 1, street = '1 Way'): Promise<string> {
        await this.query(
            `mutation { addItemToOrder(productVariantId: "T_1", quantity: ${quantity}) { __typename } }`,
        );
        // The session is known now: the rest goes in one request.
        const customer = `setCustomerForOrder(input: { firstName: "Ada", lastName: "L", emailAddress: "${emailAddress}" }) {
            __typename }`;
        const { order } = await this.query<{ order: { code: string } }>(`mutation {
            ${emailAddress ? customer : ''}
            setOrderShippingAddress(input: { fullName: "Ada L", streetLine1: "${street}", postalCode: "1010",
                countryCode: "AT" }) { __typename }
            setOrderShippingMethod(shippingMethodId: ["T_1"]) { __typename }
            order: transitionOrderToState(state: "ArrangingPayment") { ... on Order { code } }
        }`);
        this.code = order.code;
        return this.code;
    }

    async pay(token?: string): Promise<PaymentAnswer> {
        const { addPaymentToOrder } = await this.query<{ addPaymentToOrder: PaymentAnswer }>(
            `mutation ($metadata: JSON!) { addPaymentToOrder(input: { method: "card", metadata: $metadata }) {
                __typename
                ... on Order { code state }
                ... on ErrorResult { message }
                ... on PaymentDeclinedError { paymentErrorMessage }
                ... on PaymentFailedError { paymentErrorMessage }
                ... on EfiPaymentActionRequiredError { intentId action { kind url } }
                ... on EfiPaymentPendingError { intentId }
            } }`,
            { metadata: token ? { token } : {} },
        );
        return addPaymentToOrder;
    }

    async query<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
        const { port, shopApiPath } = this.shop.config.apiOptions;
        const response = await fetch(`http://localhost:${port}/${shopApiPath}`, {
            method: 'POST',
            headers: {
                'content-type': 'application/json',
                ...(this.token && { authorization: `Bearer ${this.token}` }),
                ...this.headers,
            },
            body: JSON.stringify({ query, variables }),
        });
        this.token = response.headers.get('vendure-auth-token') ?? this.token;
        const { data, errors } = (await response.json()) as { data: T; errors?: Array<{ message: string }> };
        if (errors) {
            throw new Error(errors.map(({ message }) => message).join('; '));
        }
        return data;
    }
}
