import type { ApolloServerPlugin } from '@apollo/server';
import type { RuntimeVendureConfig } from '@vendure/core';
import { Kind, parse } from 'graphql';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { SchemaLike } from '../application/schema-shape';
import type { DocumentRules } from '../application/shop-document';
import type { ResolvedShopCacheOptions } from '../shop-cache.options';

/** Types that say nothing about a person. Of these, the fields that Vendure itself defines may be kept. */
const TYPES = new Set([
    'Asset',
    'AssetTranslation',
    'Channel',
    'Collection',
    'CollectionBreadcrumb',
    'CollectionList',
    'CollectionResult',
    'CollectionTranslation',
    'ConfigArg',
    'ConfigurableOperation',
    'Coordinate',
    'Country',
    'Facet',
    'FacetList',
    'FacetTranslation',
    'FacetValue',
    'FacetValueList',
    'FacetValueResult',
    'FacetValueTranslation',
    'Node',
    'PaginatedList',
    'PriceRange',
    'Product',
    'ProductList',
    'ProductOption',
    'ProductOptionGroup',
    'ProductOptionGroupTranslation',
    'ProductOptionTranslation',
    'ProductTranslation',
    'ProductVariant',
    'ProductVariantList',
    'ProductVariantTranslation',
    'Province',
    'Region',
    'RegionTranslation',
    'SearchResponse',
    'SearchResult',
    'SearchResultAsset',
    'SearchResultPrice',
    'Seller',
    'SinglePrice',
    'Tag',
    'TaxCategory',
    'TaxRate',
    'Zone',
]);

const ROOT_FIELDS = [
    'activeChannel',
    'availableCountries',
    'collection',
    'collections',
    'facet',
    'facets',
    'product',
    'products',
];

/** Those of search in the database, Vendure's own and `@efi/search-plugin`. */
const SEARCH_FIELDS = [
    'SearchResult.inStock',
    'SearchResult.currencyCode',
    'SearchResponse.prices',
    ...['range', 'rangeWithTax', 'buckets', 'bucketsWithTax'].map(
        field => `SearchResponsePriceData.${field}`,
    ),
    ...['to', 'count'].map(field => `PriceRangeBucket.${field}`),
];

/** Which fields may be kept: Vendure's own of the types above, custom fields that need no permission, and `fields`. */
export function documentRules(
    config: RuntimeVendureConfig,
    options: ResolvedShopCacheOptions,
): DocumentRules {
    const own = new Set([...vendureFields(), ...SEARCH_FIELDS, ...options.fields]);
    const guarded = new Set(
        Object.entries(config.customFields)
            .filter(([, fields]) =>
                fields.some(field => 'requiresPermission' in field && field.requiresPermission),
            )
            .map(([entity]) => entity),
    );
    const isCustomField = (type: string, field: string): boolean => {
        const entity = type.replace(/CustomFields$/, '');
        return TYPES.has(entity) && !guarded.has(entity) && (entity !== type || field === 'customFields');
    };
    return {
        rootFields: new Set([
            ...ROOT_FIELDS,
            ...(options.search ? ['search'] : []),
            ...options.fields
                .filter(field => field.startsWith('Query.'))
                .map(field => field.slice('Query.'.length)),
        ]),
        isCacheable: (type, field) => own.has(`${type}.${field}`) || isCustomField(type, field),
    };
}

/** `Type.field` as Vendure's own schema files define them: a plugin's additions are not among them. */
function vendureFields(): string[] {
    const folder = path.join(path.dirname(require.resolve('@vendure/core')), 'api/schema');
    return ['common', 'shop-api'].flatMap(part =>
        readdirSync(path.join(folder, part))
            .filter(name => name.endsWith('.graphql'))
            .flatMap(name => fieldsIn(readFileSync(path.join(folder, part, name), 'utf8'))),
    );
}

function fieldsIn(schema: string): string[] {
    return parse(schema).definitions.flatMap(definition => {
        const isType =
            definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
            definition.kind === Kind.OBJECT_TYPE_EXTENSION ||
            definition.kind === Kind.INTERFACE_TYPE_DEFINITION;
        return isType && TYPES.has(definition.name.value)
            ? (definition.fields ?? []).map(field => `${definition.name.value}.${field.name.value}`)
            : [];
    });
}

let shopSchema: SchemaLike | undefined;

/** Keeps the schema of the Shop API, which is the one of the two that has `activeOrder`. */
export const schemaPlugin: ApolloServerPlugin = {
    serverWillStart({ schema }) {
        if (schema.getQueryType()?.getFields().activeOrder) {
            shopSchema = schema;
        }
        return Promise.resolve();
    },
};

/** The Shop API's schema, once a server has started. It is the same for all servers of a process. */
export function currentShopSchema(): SchemaLike | undefined {
    return shopSchema;
}
