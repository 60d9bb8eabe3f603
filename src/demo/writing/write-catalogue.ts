import type { CatalogueProduct } from '../catalogue/resolve-product';
import { languages, type Localised, markets } from '../shop/markets';
import type { CatalogueContext, WrittenVariant } from './catalogue.types';
import type { Row, RowWriter } from './row-writer';
import { nameTranslations } from './write-facets';
import { allChannels } from './write-markets';

interface ProductWithId {
    readonly id: number;
    readonly product: CatalogueProduct;
}

/** Writes products with their options, variants and prices, sold in every market. Stock comes with its movements. */
export async function writeCatalogue(
    writer: RowWriter,
    context: CatalogueContext,
    products: readonly CatalogueProduct[],
): Promise<WrittenVariant[]> {
    const written = await writeProducts(writer, context, products);
    const optionIds = await writeOptions(writer, context, written);
    return await writeVariants(writer, context, written, optionIds);
}

async function writeProducts(
    writer: RowWriter,
    context: CatalogueContext,
    products: readonly CatalogueProduct[],
): Promise<ProductWithId[]> {
    const ids = await writer.insertWithIds(
        'product',
        products.map(({ image }) => ({ enabled: true, featuredAssetId: assetId(context, image) })),
    );
    const written = products.map((product, index) => ({ id: ids[index] ?? 0, product }));
    await writer.insert(
        'product_translation',
        written.flatMap(({ id, product }) =>
            languages.map(languageCode => ({
                baseId: id,
                languageCode,
                name: product.name[languageCode],
                slug: product.slug[languageCode],
                description: product.description[languageCode],
            })),
        ),
    );
    await writer.insert(
        'product_asset',
        written.flatMap(({ id, product }) => {
            const asset = assetId(context, product.image);
            return asset === null ? [] : [{ productId: id, assetId: asset, position: 0 }];
        }),
    );
    await writer.insert(
        'product_facet_values_facet_value',
        written.flatMap(({ id, product }) =>
            product.facetValues.map(value => ({
                productId: id,
                facetValueId: found(context.facetValues.get(value), value),
            })),
        ),
    );
    await writer.insert(
        'product_channels_channel',
        ids.flatMap(productId => allChannels(context.shop).map(channelId => ({ productId, channelId }))),
    );
    return written;
}

/** Ids of options by product id and code. */
type OptionIds = ReadonlyMap<string, number>;

const optionKey = (productId: number, code: string) => `${productId}:${code}`;

async function writeOptions(
    writer: RowWriter,
    context: CatalogueContext,
    written: readonly ProductWithId[],
): Promise<OptionIds> {
    const channels = allChannels(context.shop);
    const groups = written.flatMap(({ id, product }) =>
        product.optionGroups.map(group => ({ productId: id, slug: product.slug.en, group })),
    );
    const groupIds = await writer.insertWithIds(
        'product_option_group',
        groups.map(({ slug, group }) => ({ code: `${slug}-${group.code}` })),
    );
    const options = groups.flatMap(({ productId, group }, index) =>
        group.options.map(option => ({ productId, groupId: groupIds[index] ?? 0, ...option })),
    );
    const optionIds = await writer.insertWithIds(
        'product_option',
        options.map(({ groupId, code }) => ({ groupId, code })),
    );
    await writer.insert(
        'product_option_group_translation',
        namesOf(
            groupIds,
            groups.map(({ group }) => group),
        ),
    );
    await writer.insert('product_option_translation', namesOf(optionIds, options));
    await writer.insert(
        'product_option_groups_product_option_group',
        groups.map(({ productId }, index) => ({ productId, productOptionGroupId: groupIds[index] ?? 0 })),
    );
    await writer.insert(
        'product_option_group_channels_channel',
        groupIds.flatMap(productOptionGroupId =>
            channels.map(channelId => ({ productOptionGroupId, channelId })),
        ),
    );
    await writer.insert(
        'product_option_channels_channel',
        optionIds.flatMap(productOptionId => channels.map(channelId => ({ productOptionId, channelId }))),
    );
    return new Map(
        options.map(({ productId, code }, index) => [optionKey(productId, code), optionIds[index] ?? 0]),
    );
}

async function writeVariants(
    writer: RowWriter,
    context: CatalogueContext,
    written: readonly ProductWithId[],
    optionIds: OptionIds,
): Promise<WrittenVariant[]> {
    const variants = written.flatMap(({ id, product }) =>
        product.variants.map(variant => ({ productId: id, product, variant })),
    );
    const ids = await writer.insertWithIds(
        'product_variant',
        variants.map(({ productId, product, variant }) => ({
            enabled: true,
            sku: variant.sku,
            trackInventory: 'TRUE',
            productId,
            taxCategoryId: context.shop.taxCategories[product.taxClass],
        })),
    );
    await writer.insert(
        'product_variant_translation',
        namesOf(
            ids,
            variants.map(({ variant }) => variant),
        ),
    );
    await writer.insert(
        'product_variant_options_product_option',
        variants.flatMap(({ productId, variant }, index) =>
            variant.options.map(code => ({
                productVariantId: ids[index] ?? 0,
                productOptionId: found(optionIds.get(optionKey(productId, code)), code),
            })),
        ),
    );
    await writer.insert(
        'product_variant_channels_channel',
        ids.flatMap(productVariantId =>
            allChannels(context.shop).map(channelId => ({ productVariantId, channelId })),
        ),
    );
    const result = variants.map(({ productId, product, variant }, index): WrittenVariant => ({
        id: ids[index] ?? 0,
        productId,
        sku: variant.sku,
        category: product.category,
        taxClass: product.taxClass,
        featuredAssetId: assetId(context, product.image),
        prices: variant.prices,
        stock: variant.stock,
    }));
    await writer.insert(
        'product_variant_price',
        result.flatMap(variant => priceRows(context, variant)),
    );
    return result;
}

/** One price in each market, and the American one again in the default channel, where merchandisers work. */
function priceRows({ shop }: CatalogueContext, variant: WrittenVariant): Row[] {
    return [
        {
            variantId: variant.id,
            channelId: shop.defaultChannel,
            currencyCode: 'USD',
            price: variant.prices.us,
        },
        ...markets.map(({ code, currency }) => ({
            variantId: variant.id,
            channelId: shop.channels[code],
            currencyCode: currency,
            price: variant.prices[code],
        })),
    ];
}

function namesOf(ids: readonly number[], named: readonly { readonly name: Localised }[]): Row[] {
    return named.flatMap(({ name }, index) => nameTranslations(ids[index] ?? 0, name));
}

function assetId({ assets }: CatalogueContext, image: string): number | null {
    return image === '' ? null : found(assets.get(image), image);
}

function found(id: number | undefined, name: string): number {
    if (id === undefined) {
        throw new Error(`The catalogue refers to "${name}", which is not there.`);
    }
    return id;
}
