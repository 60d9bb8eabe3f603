import { parse } from 'graphql';
import { vi } from 'vitest';
import type { RestShop } from './rest-shop';

const LAMPS = {
    code: 'variant-name-filter',
    arguments: [
        { name: 'operator', value: 'startsWith' },
        { name: 'term', value: 'Lamp' },
        { name: 'combineWithAnd', value: 'true' },
    ],
};

/**
 * Adds to the small shop what shoppers may and may not see: the lamp is red and has a secret facet, the large rug and
 * a fourth product are disabled, and of two collections with the lamp in them one is hidden.
 */
export async function fillCatalogue(shop: RestShop): Promise<void> {
    const { adminClient: admin, sql } = shop;
    const facet = async (code: string, isPrivate: boolean, value: string) => {
        const made = await admin.query<{ createFacet: { values: { id: string }[] } }>(
            parse(`mutation { createFacet(input: { code: "${code}", isPrivate: ${isPrivate},
                translations: [{ languageCode: en, name: "${code}" }],
                values: [{ code: "${value}", translations: [{ languageCode: en, name: "${value}" }] }]
            }) { values { id } } }`),
        );
        return made.createFacet.values[0]?.id ?? '';
    };
    const collection = async (
        name: string,
        parentId: string | undefined,
        isPrivate: boolean,
        filters: object[],
    ) => {
        const made = await admin.query<{ createCollection: { id: string } }>(
            parse('mutation ($input: CreateCollectionInput!) { createCollection(input: $input) { id } }'),
            {
                input: {
                    ...{ isPrivate, filters, translations: [translation('en', name, name)] },
                    ...(parentId ? { parentId } : {}),
                },
            },
        );
        return made.createCollection.id;
    };
    const [red, margin] = [await facet('color', false, 'red'), await facet('margin', true, 'high')];
    const change = (mutation: string, type: string, input: object) =>
        admin.query(parse(`mutation ($input: ${type}) { ${mutation}(input: $input) { id } }`), { input });
    await change('updateProduct', 'UpdateProductInput!', {
        id: 'T_1',
        facetValueIds: [red, margin],
        translations: [
            translation('en', 'Lamp', 'lamp', '<p>Bright</p>'),
            translation('de', 'Lampe', 'lampe'),
        ],
    });
    await change('updateProductVariants', '[UpdateProductVariantInput!]!', [{ id: 'T_4', enabled: false }]);
    await change('createProduct', 'CreateProductInput!', {
        enabled: false,
        translations: [translation('en', 'Secret lamp', 'secret')],
    });
    const living = await collection('living', undefined, false, []);
    const hidden = await collection('hidden', living, true, [LAMPS]);
    await collection('below', hidden, false, [LAMPS]);
    await collection('light', living, false, [LAMPS]);
    // A job of Vendure's puts the variants into them.
    const filled = () =>
        sql('SELECT FROM collection_product_variants_product_variant WHERE "productVariantId" = 1');
    await vi.waitUntil(async () => (await filled()).length === 3, { timeout: 20_000 });
}

function translation(languageCode: string, name: string, slug: string, description = '') {
    return { languageCode, name, slug, description };
}
