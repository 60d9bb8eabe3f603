import type { Customer, Product, ProductVariant, StockLevel } from '@vendure/core';
import type { EntityIds } from '../../infrastructure/reading/entity-ids';
import type { BulkCustomer, BulkProduct, BulkVariant } from './bulk.schemas';

export function bulkProductOf(product: Product, ids: EntityIds): BulkProduct {
    const { id, enabled, slug, name, description, facetValues } = product;
    return {
        ...{ id: ids.encode(id), enabled, slug, name, description, ...timesOf(product) },
        facetValues: facetValues.map(({ facet, code }) => ({ facet: facet.code, value: code })),
    };
}

export function bulkVariantOf(
    variant: ProductVariant,
    levels: readonly StockLevel[],
    ids: EntityIds,
): BulkVariant {
    const { id, productId, enabled, sku, name, currencyCode, price, priceWithTax } = variant;
    return {
        ...{ id: ids.encode(id), productId: ids.encode(productId), enabled, sku, name },
        ...{ currencyCode, price, priceWithTax, ...timesOf(variant) },
        stockLevels: levels.map(({ stockLocationId, stockOnHand, stockAllocated }) => ({
            locationId: ids.encode(stockLocationId),
            stockOnHand,
            stockAllocated,
        })),
    };
}

export function bulkCustomerOf(customer: Customer, ids: EntityIds): BulkCustomer {
    const { id, title, firstName, lastName, emailAddress, phoneNumber, user, addresses } = customer;
    return {
        ...{ id: ids.encode(id), firstName, lastName, emailAddress, ...timesOf(customer) },
        title: title || null,
        phoneNumber: phoneNumber || null,
        hasAccount: user != null,
        addresses: addresses.map(
            ({ country, defaultShippingAddress, defaultBillingAddress, ...address }) => ({
                fullName: address.fullName,
                company: address.company,
                streetLine1: address.streetLine1,
                streetLine2: address.streetLine2,
                city: address.city,
                province: address.province,
                postalCode: address.postalCode,
                countryCode: country.code,
                phoneNumber: address.phoneNumber,
                isDefaultShipping: defaultShippingAddress,
                isDefaultBilling: defaultBillingAddress,
            }),
        ),
    };
}

function timesOf({ createdAt, updatedAt }: { readonly createdAt: Date; readonly updatedAt: Date }) {
    return { createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}
