import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { ShopDocuments } from './shop-document';

const schema = buildSchema(`
    type Query { product(id: ID, slug: String): Product, products(take: Int): [Product!]!, activeOrder: Order, me: User }
    type Mutation { addItemToOrder: Order, product: Product }
    type Subscription { product: Product }
    type Product { id: ID!, name: String!, efiMine: String, collections: [Collection!]!, variants: [ProductVariant!]! }
    type ProductVariant { id: ID!, product: Product! }
    type Collection { id: ID!, productVariants: [ProductVariant!]! }
    type Order { id: ID! }
    type User { id: ID! }
    directive @live on FIELD
`);

const documents = new ShopDocuments(schema, {
    rootFields: new Set(['product', 'products']),
    isCacheable: (type, field) =>
        ['Product', 'ProductVariant', 'Collection'].includes(type) && field !== 'efiMine',
});

describe('a document whose answer may be kept', () => {
    it.each([
        '{ product(id: 1) { id name } }',
        'query Q($take: Int = 3) { products(take: $take) { ...F } } fragment F on Product { id @skip(if: true) }',
        '{ mine: product(slug: "x") { variants { product { id } } } __typename }',
        'query A { products { id } } query B { product(id: 2) { name } }',
    ])('%s', text => expect(documents.look(text)).toBeDefined());
});

describe('a document whose answer must not be kept', () => {
    it.each([
        ['the person', '{ activeOrder { id } }'],
        ['the person, by another name', '{ product: me { id } }'],
        ['the person, beside a product', '{ product(id: 1) { id } me { id } }'],
        ['the person, if at all', '{ product(id: 1) { id } me @include(if: false) { id } }'],
        ['the person, in a fragment', '{ ...F } fragment F on Query { activeOrder { id } }'],
        ['the person, in an inline fragment', '{ ... on Query { product(id: 1) { id } me { id } } }'],
        ['a field of a plugin', '{ product(id: 1) { efiMine } }'],
        ['a mutation with the name of a query', 'mutation { product { id } }'],
        [
            'a mutation beside a query',
            'query A { product(id: 1) { id } } mutation B { addItemToOrder { id } }',
        ],
        ['a subscription', 'subscription { product { id } }'],
        ['the schema', '{ __schema { types { name } } }'],
        ['a type', '{ product(id: 1) { id } __type(name: "Order") { name } }'],
        ['a directive that nobody knows here', '{ product(id: 1) { id @live } }'],
        ['a field that is not there', '{ product(id: 1) { secret } }'],
        ['what is not GraphQL', '{ product('],
        ['a type definition', 'type X { id: ID } query { product(id: 1) { id } }'],
        ['too much', `{ ${'product(id: 1) { id } '.repeat(1_000)} }`],
    ])('%s', (_, text) => expect(documents.look(text)).toBeUndefined());
});

describe('a document', () => {
    it('is the same however it is laid out', () => {
        const one = documents.look('query { product(id: 1) { id, name } }');
        const other = documents.look('# hello\nquery {\n  product(id: 1) {\n    id\n    name\n  }\n}');
        expect(one?.normalised).toBe(other?.normalised);
    });

    it.each([
        ['{ product(id: 1) { id variants { product { id } } } }', true],
        ['{ a: product(id: 1) { id } b: product(id: 2) { id } }', true],
        ['{ products { id } }', false],
        ['{ product(id: 1) { id } products { id } }', false],
        ['{ product(id: 1) { collections { productVariants { id } } } }', false],
    ])('%s shows single products only: %s', (text, expected) => {
        expect(documents.look(text)?.singleProducts).toBe(expected);
    });
});
