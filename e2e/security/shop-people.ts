import { delivering } from '../support/delivering';
import type { GraphQlClient } from '../support/graphql-client';
import { type RunningShop } from '../support/running-shop';

const OR_ERROR = '... on ErrorResult { errorCode message }';

/** What the tests' shoppers sign in with. */
const PASSWORD = 'a-password-of-theirs';

/** Somebody with an account, an address and orders, in words that stand nowhere else. */
export interface Person {
    readonly word: string;
    readonly emailAddress: string;
}

/** A word of its own makes a person's data tell themselves apart from everybody else's. */
export function person(word: string): Person {
    return { word, emailAddress: `${word}@example.com`.toLowerCase() };
}

/** Signs a new, verified customer up and in. */
export async function signUp(shop: RunningShop, who: Person): Promise<GraphQlClient> {
    const { emailAddress } = who;
    const { createCustomer } = await shop.merchant.client.run<{ createCustomer: { id: string } }>(
        `mutation ($input: CreateCustomerInput!) { createCustomer(input: $input, password: "${PASSWORD}") {
            ... on Customer { id } ${OR_ERROR} } }`,
        {
            input: detailsOf(who),
        },
    );
    await verify(shop, createCustomer.id);
    return signIn(shop.visitor(), emailAddress);
}

/** By its number: the address may lie encrypted. */
export async function verify(shop: RunningShop, customerId: string): Promise<void> {
    await shop.database.query(
        'UPDATE "user" SET verified = true WHERE id = (SELECT "userId" FROM customer WHERE id = $1)',
        [customerId],
    );
}

export async function signIn(client: GraphQlClient, username: string): Promise<GraphQlClient> {
    await client.run(
        `mutation ($username: String!) { login(username: $username, password: "${PASSWORD}") { ${OR_ERROR} } }`,
        {
            username,
        },
    );
    return client;
}

/** What a shop asks of a customer. */
export function detailsOf({ word, emailAddress }: Person) {
    return {
        ...{ title: `Dr ${word}`, firstName: `${word}first`, lastName: `${word}last` },
        ...{ phoneNumber: `${word}phone`, emailAddress },
    };
}

/** An address of somebody's. */
export function addressOf({ word }: Person) {
    return {
        ...{ fullName: `${word}name`, company: `${word}company`, streetLine1: `${word}street` },
        ...{ city: `${word}city`, postalCode: `${word}post`, phoneNumber: `${word}phone`, countryCode: 'AT' },
    };
}

/** Fills a cart and says where it goes. */
export async function fillCart(client: GraphQlClient, who: Person, variantId: string): Promise<void> {
    await client.run(
        `mutation ($id: ID!) { addItemToOrder(productVariantId: $id, quantity: 1) { ${OR_ERROR} } }`,
        { id: variantId },
    );
    for (const kind of ['Shipping', 'Billing']) {
        await client.run(
            `mutation ($input: CreateAddressInput!) { setOrder${kind}Address(input: $input) { ${OR_ERROR} } }`,
            { input: addressOf(who) },
        );
    }
}

/** Orders what is in the cart. */
export async function buy(client: GraphQlClient): Promise<void> {
    const { eligibleShippingMethods } = await client.run<{
        eligibleShippingMethods: Array<{ id: string; code: string }>;
    }>('{ eligibleShippingMethods { id code } }');
    await client.run(
        `mutation ($ids: [ID!]!) { setOrderShippingMethod(shippingMethodId: $ids) { ${OR_ERROR} } }`,
        {
            ids: delivering(eligibleShippingMethods),
        },
    );
    await client.run(`mutation { transitionOrderToState(state: "ArrangingPayment") { ${OR_ERROR} } }`);
    await client.run(
        `mutation { addPaymentToOrder(input: { method: "sandbox", metadata: {} }) { ${OR_ERROR} } }`,
    );
}
