import { LanguageCode } from '@vendure/core';
import type { SimpleGraphQLClient } from '@vendure/testing';
import { gql } from 'graphql-tag';

const ITEM = `
    productId productVariantId sku slug productName productVariantName description currencyCode inStock score
    facetIds facetValueIds collectionIds
    productAsset { id preview focalPoint { x y } }
    productVariantAsset { id preview focalPoint { x y } }
    price { ... on PriceRange { min max } ... on SinglePrice { value } }
    priceWithTax { ... on PriceRange { min max } ... on SinglePrice { value } }
`;
const COUNTS = `
    totalItems
    facetValues { count facetValue { id name facet { id name } } }
    collections { count collection { id name slug } }
`;
const SHOP_SEARCH = gql(
    `query ($input: SearchInput!) { search(input: $input) { items { ${ITEM} } ${COUNTS} } }`,
);
const ADMIN_SEARCH = gql(
    `query ($input: SearchInput!) { search(input: $input) { items { enabled channelIds ${ITEM} } ${COUNTS} } }`,
);

interface Item {
    readonly facetIds: readonly string[];
    readonly facetValueIds: readonly string[];
    readonly collectionIds: readonly string[];
    readonly channelIds?: readonly string[];
    readonly score: number;
    readonly [field: string]: unknown;
}

export interface Answer {
    readonly items: readonly Item[];
    readonly totalItems: number;
    readonly facetValues: ReadonlyArray<{ count: number; facetValue: { id: string; name: string } }>;
    readonly collections: ReadonlyArray<{ count: number; collection: { id: string } }>;
}

export type Input = Readonly<Record<string, unknown>>;

/** Searches whose answers Vendure's own search judges, but for texts and ids that depend on the shop's data. */
export const inputs: readonly Input[] = [
    {},
    { take: 0 },
    { take: 100 },
    { take: 7, skip: 11 },
    { term: '' },
    { term: 'la' },
    { term: 'lap' },
    { term: 'LAPTOP' },
    { term: 'laptops' },
    { term: 'camera', take: 100 },
    { term: 'cam', take: 100 },
    { term: 'the' },
    { term: 'instant camera' },
    { term: 'running shoe', take: 100 },
    { term: 'drive gaming' },
    { term: 'L2201308' },
    { term: 'l22013' },
    { term: '13 inch', take: 100 },
    { term: 'quite unknown' },
    { term: `"lap'top" & (!` },
    { term: '!!!!' },
    { term: 'cotton & natural', take: 50 },
    { sort: { name: 'ASC' }, take: 100 },
    { sort: { name: 'DESC' } },
    { sort: { price: 'ASC' }, take: 100 },
    { sort: { price: 'DESC' } },
    { sort: { name: 'ASC', price: 'DESC' }, take: 100 },
    { term: 'camera', sort: { price: 'ASC' } },
    { term: 'cam', sort: { name: 'DESC' }, take: 3, skip: 1 },
    { inStock: true, take: 100 },
    { inStock: false },
    { term: 'laptop', inStock: true },
    { collectionId: 'T_2', take: 100 },
    { collectionId: 'T_99' },
    { collectionIds: ['T_2', 'T_3', 'T_3'], take: 100 },
    { collectionSlug: 'electronics', take: 100 },
    { collectionSlug: 'electronics', sort: { name: 'ASC' }, take: 5, skip: 3 },
    { collectionSlug: 'computers', take: 100 },
    { collectionSlug: 'no-such' },
    { collectionSlugs: ['computers', 'camera-photo'], take: 100 },
    { collectionSlug: 'electronics', collectionId: 'T_3', take: 100 },
    { facetValueFilters: [{ and: 'T_1' }], take: 100 },
    { facetValueFilters: [{ and: 'T_1' }, { and: 'T_2' }], take: 100 },
    { facetValueFilters: [{ or: ['T_2', 'T_3', 'T_5'] }], take: 100 },
    { facetValueFilters: [{ or: ['T_2', 'T_3', 'T_5'] }], sort: { name: 'ASC' }, take: 100 },
    { facetValueFilters: [{ and: 'T_1' }, { or: ['T_2', 'T_3'] }], term: 'laptop' },
    { facetValueFilters: [{ and: 'T_5' }], inStock: true, take: 100 },
    { facetValueFilters: [{ or: ['T_3', 'T_4'] }], collectionId: 'T_2', sort: { price: 'ASC' }, take: 100 },
    { facetValueFilters: [{ or: [] }] },
    { facetValueFilters: [{ and: 'nonsense' }] },
    { facetValueIds: ['T_1', 'T_2'], take: 100 },
    { facetValueIds: ['T_1', 'T_2'], facetValueOperator: 'AND', take: 100 },
    { facetValueIds: ['T_1', 'T_2'], facetValueOperator: 'OR', take: 100 },
    { facetValueIds: [], facetValueOperator: 'OR' },
];

/** Who asks, and how. */
export const contexts = [
    { api: 'shop', grouped: false, language: LanguageCode.en },
    { api: 'shop', grouped: true, language: LanguageCode.en },
    { api: 'admin', grouped: false, language: LanguageCode.en },
    { api: 'admin', grouped: true, language: LanguageCode.en },
    { api: 'shop', grouped: true, language: LanguageCode.de },
    { api: 'shop', grouped: false, language: LanguageCode.fr },
] as const;
export type Context = (typeof contexts)[number];

export interface Clients {
    readonly adminClient: SimpleGraphQLClient;
    readonly shopClient: SimpleGraphQLClient;
}

export async function searchOf(
    clients: Clients,
    { api, grouped, language }: Context,
    input: Input,
): Promise<Answer> {
    const [client, document] =
        api === 'shop' ? [clients.shopClient, SHOP_SEARCH] : [clients.adminClient, ADMIN_SEARCH];
    const { search } = await client.query<{ search: Answer }>(
        document,
        { input: { ...input, groupByProduct: grouped } },
        { languageCode: language },
    );
    return search;
}

/** Makes the example shop one whose products and variants are not alike. */
export const PREPARE = gql`
    mutation {
        updateGlobalSettings(input: { availableLanguages: [en, de, fr], trackInventory: true }) {
            __typename
        }
        updateChannel(input: { id: "T_1", availableLanguageCodes: [en, de] }) {
            __typename
        }
        disabled: updateProduct(input: { id: "T_5", enabled: false }) {
            id
        }
        german: updateProduct(
            input: {
                id: "T_1"
                translations: [
                    {
                        languageCode: de
                        name: "Klapprechner"
                        slug: "klapprechner"
                        description: "Ein Rechner"
                    }
                ]
            }
        ) {
            id
        }
        updateCollection(
            input: {
                id: "T_2"
                translations: [{ languageCode: de, name: "Elektronik", slug: "elektronik", description: "" }]
            }
        ) {
            id
        }
        namedLikeAnother: updateCollection(
            input: {
                id: "T_4"
                translations: [{ languageCode: de, name: "Kameras", slug: "computers", description: "" }]
            }
        ) {
            id
        }
        updateProductVariants(
            input: [
                { id: "T_1", stockOnHand: 0, facetValueIds: ["T_5"] }
                { id: "T_2", facetValueIds: ["T_4", "T_5"] }
                { id: "T_6", stockOnHand: 0, facetValueIds: ["T_2"] }
                { id: "T_11", facetValueIds: ["T_3"] }
                { id: "T_7", stockOnHand: 0 }
                { id: "T_9", enabled: false }
            ]
        ) {
            id
        }
    }
`;
