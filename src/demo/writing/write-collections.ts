import { categories, departments } from '../catalogue/facets';
import { languages, type Localised } from '../shop/markets';
import { toSlug } from '../catalogue/slug';
import type { CatalogueContext, WrittenVariant } from './catalogue.types';
import type { Row, RowWriter } from './row-writer';
import { allChannels } from './write-markets';

interface CollectionData {
    readonly code: string;
    readonly name: Localised;
    readonly description: Localised;
    readonly image: string;
}

export interface WrittenCollection {
    readonly id: number;
    readonly code: string;
}

/** The tree of departments and categories, each filled by its value of the facet `category`. */
export async function writeCollections(
    writer: RowWriter,
    context: CatalogueContext,
    variants: readonly WrittenVariant[],
): Promise<void> {
    const root = await writeRoot(writer, context);
    const upper = Object.entries(departments).map(([code, data]) => ({ code, ...data }));
    const upperIds = await writeLevel(writer, context, upper, () => [root]);
    const idOf = new Map(upperIds.map(({ id, code }) => [code, id]));
    const lower = Object.entries(categories).map(([code, data]) => ({ code, ...data }));
    const lowerIds = await writeLevel(writer, context, lower, ({ department }) => [
        idOf.get(department) ?? root,
        root,
    ]);
    await writeContents(writer, [...upperIds, ...lowerIds], variants);
}

/** Puts variants into the collections of their category and department, as the collections' filters would. */
export async function writeContents(
    writer: RowWriter,
    collections: readonly WrittenCollection[],
    variants: readonly WrittenVariant[],
): Promise<void> {
    const department = (category: string) =>
        Object.entries(categories).find(([code]) => code === category)?.[1].department;
    await writer.insert(
        'collection_product_variants_product_variant',
        collections.flatMap(({ id, code }) =>
            variants
                .filter(({ category }) => category === code || department(category) === code)
                .map(variant => ({ collectionId: id, productVariantId: variant.id })),
        ),
    );
}

/** Vendure makes the root when it first needs it; ours belongs to every channel from the start. */
async function writeRoot(writer: RowWriter, { shop }: CatalogueContext): Promise<number> {
    const existing = await writer.sql.query<{ id: number }[]>(
        'SELECT id FROM collection WHERE "isRoot" ORDER BY id LIMIT 1',
    );
    const channels = allChannels(shop);
    if (existing[0]) {
        const collectionId = existing[0].id;
        const others = channels.filter(channelId => channelId !== shop.defaultChannel);
        await writer.insert(
            'collection_channels_channel',
            others.map(channelId => ({ collectionId, channelId })),
        );
        return collectionId;
    }
    const [root = 0] = await writer.insertWithIds('collection', [
        { isRoot: true, position: 0, filters: '[]' },
    ]);
    await writer.insert('collection_translation', [
        {
            baseId: root,
            languageCode: 'en',
            name: '__root_collection__',
            slug: '__root_collection__',
            description: 'The root of the Collection tree.',
        },
    ]);
    await writer.insert('collection_closure', [{ id_ancestor: root, id_descendant: root }]);
    await writer.insert(
        'collection_channels_channel',
        channels.map(channelId => ({ collectionId: root, channelId })),
    );
    return root;
}

async function writeLevel<T extends CollectionData>(
    writer: RowWriter,
    context: CatalogueContext,
    level: readonly T[],
    ancestorsOf: (collection: T) => number[],
): Promise<WrittenCollection[]> {
    const rows = level.map((collection, index) => collectionRow(context, collection, ancestorsOf, index));
    const ids = await writer.insertWithIds('collection', rows);
    const written = level.map((collection, index) => ({ id: ids[index] ?? 0, collection }));
    await writer.insert(
        'collection_translation',
        written.flatMap(({ id, collection: { name, description } }) =>
            languages.map(languageCode => ({
                baseId: id,
                languageCode,
                name: name[languageCode],
                slug: toSlug(name[languageCode]),
                description: description[languageCode],
            })),
        ),
    );
    await writer.insert(
        'collection_asset',
        written.map(({ id, collection }) => ({
            collectionId: id,
            assetId: context.assets.get(collection.image) ?? 0,
            position: 0,
        })),
    );
    await writer.insert(
        'collection_closure',
        written.flatMap(({ id, collection }) =>
            [id, ...ancestorsOf(collection)].map(ancestor => ({ id_ancestor: ancestor, id_descendant: id })),
        ),
    );
    await writer.insert(
        'collection_channels_channel',
        ids.flatMap(collectionId =>
            allChannels(context.shop).map(channelId => ({ collectionId, channelId })),
        ),
    );
    return written.map(({ id, collection }) => ({ id, code: collection.code }));
}

function collectionRow<T extends CollectionData>(
    context: CatalogueContext,
    collection: T,
    ancestorsOf: (collection: T) => number[],
    index: number,
): Row {
    const facetValue = context.facetValues.get(`category:${collection.code}`);
    return {
        isRoot: false,
        position: index + 1,
        isPrivate: false,
        inheritFilters: true,
        filters: [
            {
                code: 'facet-value-filter',
                args: [
                    { name: 'facetValueIds', value: JSON.stringify([String(facetValue)]) },
                    { name: 'containsAny', value: 'false' },
                ],
            },
        ],
        parentId: ancestorsOf(collection)[0] ?? null,
        featuredAssetId: context.assets.get(collection.image) ?? null,
    };
}
