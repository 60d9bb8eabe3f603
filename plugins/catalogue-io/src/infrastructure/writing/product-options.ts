import type { EntityManager } from 'typeorm';
import type { ByLanguage, OptionGroup } from '../../domain/catalogue-product';
import { addLinks, takeIds, upsertById, upsertByKey } from './batch-sql';
import { channelsOf, type Destination } from './destination';
import type { PlacedProduct } from './placed-product';

/** The options of each variant, by the variant's id. */
export type VariantOptions = ReadonlyMap<number, readonly number[]>;

interface WantedGroup {
    readonly productIds: Set<number>;
    readonly group: OptionGroup;
    /** For a new group. */
    readonly code: string;
    /** By name in the main language. */
    readonly values: Map<string, ByLanguage<string>>;
}

/**
 * Makes the option groups and options of products that are missing. A group with a code is everybody's, and one
 * without is its product's own, found by its name in the main language.
 */
export async function writeOptions(
    manager: EntityManager,
    products: readonly PlacedProduct[],
    destination: Destination,
): Promise<VariantOptions> {
    const wanted = wantedGroups(products, destination);
    if (wanted.size === 0) {
        return new Map();
    }
    const groupIds = await existingGroups(manager, wanted, destination.mainLanguage);
    await makeGroups(manager, wanted, groupIds, destination);
    await addLinks(
        manager,
        {
            table: 'product_option_groups_product_option_group',
            owner: 'productId',
            value: 'productOptionGroupId',
        },
        [...wanted].flatMap(([key, { productIds }]) =>
            [...productIds].map(productId => [productId, groupIds.get(key) ?? 0] as const),
        ),
    );
    const optionIds = await makeOptions(manager, wanted, groupIds, destination);
    return new Map(
        products.filter(hasGroups).flatMap(({ product, id, variantIds }) =>
            product.variants.map((variant, index) => [
                variantIds[index] ?? 0,
                product.optionGroups.map((group, place) => {
                    const value = variant.optionValues[destination.mainLanguage]?.[place] ?? '';
                    return optionIds.get(`${groupIds.get(keyOf(id, group, destination)) ?? 0} ${value}`) ?? 0;
                }),
            ]),
        ),
    );
}

/** Of others, the file says nothing. */
function hasGroups({ product }: PlacedProduct): boolean {
    return product.optionGroups.length > 0;
}

function keyOf(productId: number, { code, name }: OptionGroup, { mainLanguage }: Destination): string {
    return code === undefined ? `${productId} ${name[mainLanguage] ?? ''}` : `shared ${code}`;
}

function wantedGroups(
    products: readonly PlacedProduct[],
    destination: Destination,
): Map<string, WantedGroup> {
    const { mainLanguage, slugOf } = destination;
    const wanted = new Map<string, WantedGroup>();
    for (const { id, product } of products) {
        for (const [place, group] of product.optionGroups.entries()) {
            const key = keyOf(id, group, destination);
            const known = wanted.get(key) ?? {
                productIds: new Set<number>(),
                group,
                code:
                    group.code ??
                    slugOf(`${product.translations[0]?.name ?? ''}-${group.name[mainLanguage] ?? ''}`),
                values: new Map<string, ByLanguage<string>>(),
            };
            known.productIds.add(id);
            for (const { optionValues } of product.variants) {
                const names = Object.entries(optionValues).map(([language, values]) => [
                    language,
                    values[place] ?? '',
                ]);
                known.values.set(
                    optionValues[mainLanguage]?.[place] ?? '',
                    Object.fromEntries(names) as ByLanguage<string>,
                );
            }
            wanted.set(key, known);
        }
    }
    return wanted;
}

async function existingGroups(
    manager: EntityManager,
    wanted: ReadonlyMap<string, WantedGroup>,
    language: string,
): Promise<Map<string, number>> {
    const codes = [...wanted.values()].flatMap(({ group }) => group.code ?? []);
    const productIds = [...wanted.values()].flatMap(group => [...group.productIds]);
    const shared = await manager.query<Array<{ id: number; code: string }>>(
        `SELECT id, code FROM product_option_group WHERE code = ANY($1::text[]) AND "deletedAt" IS NULL
          ORDER BY id DESC`,
        [codes],
    );
    const own = await manager.query<Array<{ id: number; productId: number; name: string }>>(
        `SELECT g.id, l."productId", t.name
           FROM product_option_groups_product_option_group l
           JOIN product_option_group g ON g.id = l."productOptionGroupId" AND g."deletedAt" IS NULL
           JOIN product_option_group_translation t ON t."baseId" = g.id
          WHERE l."productId" = ANY($1::int[]) ORDER BY t."languageCode" = $2, g.id DESC`,
        [productIds, language],
    );
    return new Map([
        ...shared.map(({ id, code }) => [`shared ${code}`, id] as const),
        ...own.map(({ id, productId, name }) => [`${productId} ${name}`, id] as const),
    ]);
}

async function makeGroups(
    manager: EntityManager,
    wanted: ReadonlyMap<string, WantedGroup>,
    groupIds: Map<string, number>,
    destination: Destination,
): Promise<void> {
    const missing = [...wanted].filter(([key]) => !groupIds.has(key));
    const ids = await takeIds(manager, 'product_option_group', missing.length);
    await upsertById(
        manager,
        'product_option_group',
        { id: 'int', code: 'text' },
        missing.map(([, { code }], index) => [ids[index] ?? 0, code]),
    );
    await upsertByKey(
        manager,
        'product_option_group_translation',
        { baseId: 'int', languageCode: 'text' },
        { name: 'text' },
        missing.flatMap(([, { group }], index) =>
            Object.entries(group.name).map(([language, name]) => [ids[index] ?? 0, language, name]),
        ),
    );
    missing.forEach(([key], index) => groupIds.set(key, ids[index] ?? 0));
    await addLinks(
        manager,
        {
            table: 'product_option_group_channels_channel',
            owner: 'productOptionGroupId',
            value: 'channelId',
        },
        [...wanted.keys()].flatMap(key =>
            channelsOf(destination).map(channel => [groupIds.get(key) ?? 0, channel] as const),
        ),
    );
}

/** By the group's id and the name in the main language. */
async function makeOptions(
    manager: EntityManager,
    wanted: ReadonlyMap<string, WantedGroup>,
    groupIds: ReadonlyMap<string, number>,
    destination: Destination,
): Promise<Map<string, number>> {
    const existing = await manager.query<Array<{ id: number; groupId: number; name: string }>>(
        `SELECT o.id, o."groupId", t.name FROM product_option o
           JOIN product_option_translation t ON t."baseId" = o.id
          WHERE o."groupId" = ANY($1::int[]) AND o."deletedAt" IS NULL
          ORDER BY t."languageCode" = $2, o.id DESC`,
        [[...groupIds.values()], destination.mainLanguage],
    );
    const optionIds = new Map(existing.map(({ id, groupId, name }) => [`${groupId} ${name}`, id]));
    const all = [...wanted].flatMap(([key, { values }]) =>
        [...values].map(([value, names]) => ({ groupId: groupIds.get(key) ?? 0, value, names })),
    );
    const missing = all.filter(({ groupId, value }) => !optionIds.has(`${groupId} ${value}`));
    const ids = await takeIds(manager, 'product_option', missing.length);
    await upsertById(
        manager,
        'product_option',
        { id: 'int', code: 'text', groupId: 'int' },
        missing.map(({ groupId, value }, index) => [ids[index] ?? 0, destination.slugOf(value), groupId]),
    );
    await upsertByKey(
        manager,
        'product_option_translation',
        { baseId: 'int', languageCode: 'text' },
        { name: 'text' },
        missing.flatMap(({ names }, index) =>
            Object.entries(names).map(([language, name]) => [ids[index] ?? 0, language, name]),
        ),
    );
    missing.forEach(({ groupId, value }, index) => optionIds.set(`${groupId} ${value}`, ids[index] ?? 0));
    await addLinks(
        manager,
        { table: 'product_option_channels_channel', owner: 'productOptionId', value: 'channelId' },
        all.flatMap(({ groupId, value }) =>
            channelsOf(destination).map(
                channel => [optionIds.get(`${groupId} ${value}`) ?? 0, channel] as const,
            ),
        ),
    );
    return optionIds;
}
