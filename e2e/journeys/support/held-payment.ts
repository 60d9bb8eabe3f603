import { delivering } from '../../support/delivering';
import { GraphQlClient } from '../../support/graphql-client';
import type { Merchant } from '../../support/merchant';
import { serverUrl } from './browser';
import { freshEmail } from './shopping';

const METHOD = 'captured-by-hand';

/** A payment that an order holds, and that somebody has to capture. */
export interface HeldPayment {
    readonly intentId: string;
    readonly orderCode: string;
}

/** An order that was paid by a method whose money is taken by hand. */
export async function heldPayment(merchant: Merchant): Promise<HeldPayment> {
    await addMethod(merchant);
    const shopper = new GraphQlClient(`${serverUrl}/shop-api`);
    const { search } = await shopper.run<{ search: { items: Array<{ productVariantId: string }> } }>(
        `{ search(input: { inStock: true, sort: { price: DESC }, take: 1 }) { items { productVariantId } } }`,
    );
    await shopper.run(
        `mutation ($id: ID!) { addItemToOrder(productVariantId: $id, quantity: 1) { ... on ErrorResult { errorCode message } } }`,
        { id: search.items[0]?.productVariantId },
    );
    await shopper.run(
        `mutation ($customer: CreateCustomerInput!, $address: CreateAddressInput!) {
            setCustomerForOrder(input: $customer) { ... on ErrorResult { errorCode message } }
            setOrderShippingAddress(input: $address) { ... on ErrorResult { errorCode message } } }`,
        {
            customer: { emailAddress: freshEmail('held'), firstName: 'Ada', lastName: 'Example' },
            address: {
                streetLine1: '1 Main Street',
                postalCode: '94107',
                city: 'San Francisco',
                countryCode: 'US',
            },
        },
    );
    const { eligibleShippingMethods } = await shopper.run<{
        eligibleShippingMethods: Array<{ id: string; code: string }>;
    }>('{ eligibleShippingMethods { id code } }');
    const { addPaymentToOrder: order } = await shopper.run<{ addPaymentToOrder: { code: string } }>(
        `mutation ($shipping: [ID!]!) {
            setOrderShippingMethod(shippingMethodId: $shipping) { ... on ErrorResult { errorCode message } }
            transitionOrderToState(state: "ArrangingPayment") { ... on ErrorResult { errorCode message } }
            addPaymentToOrder(input: { method: "${METHOD}", metadata: {} }) {
                ... on Order { code } ... on ErrorResult { errorCode message } } }`,
        { shipping: delivering(eligibleShippingMethods).slice(0, 1) },
    );
    const { efiPaymentIntents } = await merchant.client.run<{
        efiPaymentIntents: { items: Array<{ id: string }> };
    }>(
        `query ($code: String!) { efiPaymentIntents(options: { filter: { orderCode: { eq: $code } } }) { items { id } } }`,
        { code: order.code },
    );
    return { intentId: efiPaymentIntents.items[0]?.id ?? '', orderCode: order.code };
}

async function addMethod(merchant: Merchant): Promise<void> {
    const { paymentMethods } = await merchant.client.run<{ paymentMethods: { totalItems: number } }>(
        `{ paymentMethods(options: { filter: { code: { eq: "${METHOD}" } } }) { totalItems } }`,
    );
    if (paymentMethods.totalItems === 0) {
        await merchant.addPaymentMethod(METHOD, 'efi-gateway', {
            gateways: '["sandbox"]',
            captureMode: 'manual',
        });
    }
}
