import { z } from 'zod';
import { money, pageOf, timeText } from '../schemas/page';

const image = z.string().nullable().describe('Address of the image, or `null` without one.');

const facetValue = z
    .object({
        facet: z.string().describe('Code of the facet.'),
        facetName: z.string(),
        value: z.string().describe('Code of the value.'),
        valueName: z.string(),
    })
    .meta({ id: 'FacetValue' });

const prices = z
    .object({
        currencyCode: z.string(),
        lowest: money,
        lowestWithTax: money,
        highest: money,
        highestWithTax: money,
    })
    .meta({ id: 'PriceRange' });

const product = z.object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    description: z.string().describe('HTML.'),
    image,
    facetValues: z.array(facetValue),
    updatedAt: timeText,
});

export const productSummary = product
    .extend({ prices: prices.nullable().describe('`null` when it has no variant that can be bought.') })
    .meta({ id: 'ProductSummary' });

const variant = z
    .object({
        id: z.string(),
        sku: z.string(),
        name: z.string(),
        currencyCode: z.string(),
        price: money,
        priceWithTax: money,
        stockLevel: z.string().describe('As the Shop API tells it: `IN_STOCK`, `OUT_OF_STOCK`, `LOW_STOCK`.'),
        options: z.array(
            z.object({
                group: z.string().describe('Code of what is chosen, such as `size`.'),
                code: z.string(),
                name: z.string(),
            }),
        ),
        image,
    })
    .meta({ id: 'Variant' });

export const productDetail = product
    .extend({ images: z.array(z.string()), variants: z.array(variant) })
    .meta({ id: 'Product' });

export const productPage = pageOf(productSummary, 'ProductPage');

const collection = z
    .object({
        id: z.string(),
        slug: z.string(),
        name: z.string(),
        image,
        get children() {
            return z.array(collection);
        },
    })
    .meta({ id: 'Collection' });

export const collectionTree = z.object({ items: z.array(collection) }).meta({ id: 'CollectionTree' });
