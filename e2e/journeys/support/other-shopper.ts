import { delivering } from '../../support/delivering';
import { GraphQlClient } from '../../support/graphql-client';
import { serverUrl } from './browser';

const OR_ERROR = '... on ErrorResult { errorCode message }';

/** More than the shop has of anything. */
const EVERYTHING = 999;

/**
 * Somebody else in the market `us`, who goes to pay for all pieces of a variant but a few and so has them held.
 *
 * @param left - How many pieces stay for everybody else.
 * @returns What lets them go again.
 * @throws Error when the shop has fewer.
 */
export async function reserveAllBut(left: number, variantId: string): Promise<() => Promise<void>> {
    const shop = new GraphQlClient(`${serverUrl}/shop-api?vendure-token=us`);
    await shop.ask(
        `mutation ($variantId: ID!, $quantity: Int!) {
            addItemToOrder(productVariantId: $variantId, quantity: $quantity) { __typename }
        }`,
        { variantId, quantity: EVERYTHING },
    );
    const { activeOrder } = await shop.run<{ activeOrder: { lines: { id: string; quantity: number }[] } }>(
        '{ activeOrder { lines { id quantity } } }',
    );
    const [line] = activeOrder.lines;
    await shop.run(
        `mutation ($lineId: ID!, $quantity: Int!) {
            adjustOrderLine(orderLineId: $lineId, quantity: $quantity) { ${OR_ERROR} }
        }`,
        { lineId: line?.id, quantity: (line?.quantity ?? 0) - left },
    );
    await shop.run(
        `mutation ($customer: CreateCustomerInput!, $address: CreateAddressInput!) {
            setCustomerForOrder(input: $customer) { ${OR_ERROR} }
            setOrderShippingAddress(input: $address) { ${OR_ERROR} }
        }`,
        {
            customer: { firstName: 'Otto', lastName: 'Other', emailAddress: 'other@example.com' },
            address: {
                streetLine1: '2 Main Street',
                postalCode: '94107',
                city: 'San Francisco',
                countryCode: 'US',
            },
        },
    );
    const { eligibleShippingMethods } = await shop.run<{
        eligibleShippingMethods: { id: string; code: string }[];
    }>('{ eligibleShippingMethods { id code } }');
    await shop.run(
        `mutation ($ids: [ID!]!) { setOrderShippingMethod(shippingMethodId: $ids) { ${OR_ERROR} } }`,
        { ids: delivering(eligibleShippingMethods).slice(0, 1) },
    );
    const goTo = (state: string) =>
        shop.run(`mutation ($state: String!) { transitionOrderToState(state: $state) { ${OR_ERROR} } }`, {
            state,
        });
    await goTo('ArrangingPayment');
    return async () => {
        await goTo('AddingItems');
    };
}
