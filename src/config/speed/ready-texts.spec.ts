import { buildSchema, graphql, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { shortenTexts } from './ready-texts';

describe('a text of an entity', () => {
    const schema = buildSchema('type Query { product: Product } type Product { name: String, sku: String }');
    const type = schema.getType('Product');
    let asked: string[] = [];
    for (const field of isObjectType(type) ? Object.values(type.getFields()) : []) {
        field.resolve = () => {
            asked.push(field.name);
            return 'fetched';
        };
    }
    shortenTexts(schema);

    async function ask(product: object): Promise<unknown> {
        asked = [];
        const { data } = await graphql({
            schema,
            source: '{ product { name sku } }',
            rootValue: { product },
        });
        return { ...(data?.product as object) };
    }

    it('is given out when it is there, and everything else is asked for', async () => {
        expect(await ask({ name: 'Lamp', sku: 'L1' })).toEqual({ name: 'Lamp', sku: 'fetched' });
        expect(asked).toEqual(['sku']);
    });

    it.each([undefined, ''])('is asked for when it is %o', async name => {
        expect(await ask({ name })).toEqual({ name: 'fetched', sku: 'fetched' });
    });
});
