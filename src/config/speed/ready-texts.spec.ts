import type { LocaleStringHydrator } from '@vendure/core';
import { buildSchema, graphql, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { shortenTexts } from './ready-texts.plugin';

interface Entity {
    name?: string;
    slug?: string;
    sku?: string;
    translations?: ReadonlyArray<{ name: string; slug: string }>;
}

describe('a text of an entity', () => {
    const schema = buildSchema(
        'type Query { product: Product } type Product { name: String, slug: String, sku: String }',
    );
    const type = schema.getType('Product');
    let asked: string[] = [];
    for (const field of isObjectType(type) ? Object.values(type.getFields()) : []) {
        field.resolve = () => {
            asked.push(field.name);
            return 'fetched';
        };
    }
    let hydrations = 0;
    const hydrator = {
        hydrateLocaleStringField: (_ctx: unknown, entity: Entity, field: 'name' | 'slug') => {
            hydrations += 1;
            const [translation] = entity.translations ?? [];
            if (translation?.name === 'broken') {
                return Promise.reject(new Error('no such text'));
            }
            return Promise.resolve(Object.assign(entity, translation)[field]);
        },
    } as unknown as LocaleStringHydrator;
    shortenTexts(schema, hydrator);

    async function ask(product: Entity) {
        asked = [];
        hydrations = 0;
        const { data, errors } = await graphql({
            schema,
            source: '{ product { name slug sku } }',
            rootValue: { product },
            contextValue: { req: { vendureRequestContext: { default: {} } } },
        });
        return { ...(data?.product as object), ...(errors && { errors: errors.map(e => e.message) }) };
    }

    it('is given out when it is there, and everything else is asked for', async () => {
        expect(await ask({ name: 'Lamp', slug: 'lamp', sku: 'L1' })).toEqual({
            name: 'Lamp',
            slug: 'lamp',
            sku: 'fetched',
        });
        expect([asked, hydrations]).toEqual([['sku'], 0]);
    });

    it.each([undefined, ''])('is asked for when it is %o', async name => {
        expect(await ask({ name, slug: 'lamp' })).toEqual({ name: 'fetched', slug: 'lamp', sku: 'fetched' });
        expect(hydrations).toBe(0);
    });

    it('is asked for when the translations were read, and there is none', async () => {
        expect(await ask({ translations: [] })).toMatchObject({ name: 'fetched' });
    });

    it('is translated once for all fields when the translations are there', async () => {
        const product = { translations: [{ name: 'Lampe', slug: 'lampe' }] };
        expect(await ask(product)).toEqual({ name: 'Lampe', slug: 'lampe', sku: 'fetched' });
        expect([asked, hydrations]).toEqual([['sku'], 1]);
    });

    it('is empty when its translation is', async () => {
        const product = { translations: [{ name: 'Lampe', slug: '' }] };
        expect(await ask(product)).toEqual({ name: 'Lampe', slug: '', sku: 'fetched' });
    });

    it('is an error of its field when it can’t be translated', async () => {
        const product = { slug: 'lampe', translations: [{ name: 'broken', slug: '' }] };
        expect(await ask(product)).toEqual({
            name: null,
            slug: 'lampe',
            sku: 'fetched',
            errors: ['no such text'],
        });
    });
});
