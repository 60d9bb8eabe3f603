import { z } from 'zod';
import { money, pageOf, timeText } from '../schemas/page';

const times = { createdAt: timeText, updatedAt: timeText };

const bulkProduct = z
    .object({
        id: z.string(),
        enabled: z.boolean().describe('Whether shoppers see it.'),
        slug: z.string(),
        name: z.string(),
        description: z.string(),
        facetValues: z.array(z.object({ facet: z.string(), value: z.string() })).describe('Codes.'),
        ...times,
    })
    .meta({ id: 'BulkProduct' });

const bulkVariant = z
    .object({
        id: z.string(),
        productId: z.string(),
        enabled: z.boolean().describe('Whether shoppers see it, if they see its product.'),
        sku: z.string(),
        name: z.string(),
        currencyCode: z.string(),
        price: money,
        priceWithTax: money,
        stockLevels: z.array(
            z.object({ locationId: z.string(), stockOnHand: z.int(), stockAllocated: z.int() }),
        ),
        ...times,
    })
    .meta({ id: 'BulkVariant' });

const bulkCustomer = z
    .object({
        id: z.string(),
        title: z.string().nullable(),
        firstName: z.string(),
        lastName: z.string(),
        emailAddress: z.string(),
        phoneNumber: z.string().nullable(),
        hasAccount: z.boolean(),
        addresses: z.array(
            z.object({
                fullName: z.string(),
                company: z.string(),
                streetLine1: z.string(),
                streetLine2: z.string(),
                city: z.string(),
                province: z.string(),
                postalCode: z.string(),
                countryCode: z.string(),
                phoneNumber: z.string(),
                isDefaultShipping: z.boolean(),
                isDefaultBilling: z.boolean(),
            }),
        ),
        ...times,
    })
    .meta({ id: 'BulkCustomer' });

export type BulkProduct = z.input<typeof bulkProduct>;
export type BulkVariant = z.input<typeof bulkVariant>;
export type BulkCustomer = z.input<typeof bulkCustomer>;

export const bulkProductPage = pageOf(bulkProduct, 'BulkProductPage');
export const bulkVariantPage = pageOf(bulkVariant, 'BulkVariantPage');
export const bulkCustomerPage = pageOf(bulkCustomer, 'BulkCustomerPage');
