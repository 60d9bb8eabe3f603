import type { GraphQlClient } from './graphql-client';

/** An order as far as the tests look at it, or the error result in its place. */
export interface OrderAnswer {
    readonly __typename: string;
    readonly id?: string;
    readonly code?: string;
    readonly state?: string;
    readonly totalWithTax?: number;
    readonly errorCode?: string;
    readonly message?: string;
    readonly transitionError?: string;
    readonly intentId?: string;
}

const ANSWER = `
    __typename
    ... on Order { id code state totalWithTax }
    ... on ErrorResult { errorCode message }`;
const TRANSITION_ANSWER = `${ANSWER}
    ... on OrderStateTransitionError { transitionError }`;

/** A shopper who takes a refusal for an answer. */
export class Shopper {
    /** @param orderCode - Of the cart, when it is known beforehand. */
    constructor(
        readonly client: GraphQlClient,
        readonly orderCode = '',
    ) {}

    add(variantId: string, quantity = 1): Promise<OrderAnswer> {
        return this.mutate(`addItemToOrder(productVariantId: "${variantId}", quantity: ${quantity})`);
    }

    adjust(lineId: string, quantity: number): Promise<OrderAnswer> {
        return this.mutate(`adjustOrderLine(orderLineId: "${lineId}", quantity: ${quantity})`);
    }

    useCoupon(code: string): Promise<OrderAnswer> {
        return this.mutate(`applyCouponCode(couponCode: "${code}")`);
    }

    startPaying(): Promise<OrderAnswer> {
        return this.mutate(`transitionOrderToState(state: "ArrangingPayment")`, TRANSITION_ANSWER);
    }

    backToCart(): Promise<OrderAnswer> {
        return this.mutate(`transitionOrderToState(state: "AddingItems")`, TRANSITION_ANSWER);
    }

    async pay(method: string, metadata: Record<string, unknown> = {}): Promise<OrderAnswer> {
        const { answer } = await this.client.ask<{ answer: OrderAnswer }>(
            `mutation ($method: String!, $metadata: JSON!) {
                answer: addPaymentToOrder(input: { method: $method, metadata: $metadata }) { ${ANSWER} }
            }`,
            { method, metadata },
        );
        return answer;
    }

    private async mutate(call: string, fields = ANSWER): Promise<OrderAnswer> {
        const { answer } = await this.client.ask<{ answer: OrderAnswer }>(
            `mutation { answer: ${call} { ${fields} } }`,
        );
        return answer;
    }
}

/** Whether the order holds all the money that it needs. */
export function isPaid(answer: OrderAnswer): boolean {
    return answer.state === 'PaymentSettled' || answer.state === 'PaymentAuthorized';
}
