import { getPluginAPIExtensions, type Type, VendurePlugin } from '@vendure/core';
import { buildSchema, type GraphQLSchema, extendSchema, parse, printSchema } from 'graphql';
import { beforeEach, describe, expect, it } from 'vitest';
import { extendTogether } from './one-extension.plugin';

const core = buildSchema('type Query { one: Int }');

describe('extendTogether', () => {
    let plugins: Type<unknown>[];

    beforeEach(() => {
        @VendurePlugin({
            shopApiExtensions: {
                schema: parse('type Two { two: Int } extend type Query { two: Two }'),
                resolvers: [],
            },
        })
        class First {}

        @VendurePlugin({ shopApiExtensions: { schema: parse('extend type Two { three: Int }') } })
        class Second {}

        @VendurePlugin({
            shopApiExtensions: {
                schema: schema => parse(`extend type Query { types: ${schema?.getType('Query')?.name}! }`),
            },
        })
        class ByWhatIsThere {}

        @VendurePlugin({})
        class Silent {}

        plugins = [Silent, First, Second, ByWhatIsThere];
    });

    /** As Vendure extends it. */
    function extended(those: Type<unknown>[]): { schema: GraphQLSchema; times: number } {
        const documents = getPluginAPIExtensions(those, 'shop').flatMap(
            ({ schema }) => (typeof schema === 'function' ? schema(core) : schema) ?? [],
        );
        return {
            schema: documents.reduce((schema, one) => extendSchema(schema, one), core),
            times: documents.length,
        };
    }

    it('gives the same schema by one extension', () => {
        const before = extended(plugins);
        extendTogether(plugins);
        const after = extended(plugins);
        expect([before.times, after.times]).toEqual([3, 1]);
        expect(printSchema(after.schema)).toBe(printSchema(before.schema));
    });

    it('leaves to each plugin its resolvers', () => {
        const before = getPluginAPIExtensions(plugins, 'shop').map(({ resolvers }) => resolvers);
        extendTogether(plugins);
        expect(getPluginAPIExtensions(plugins, 'shop').map(({ resolvers }) => resolvers)).toEqual(before);
    });

    it('extends by what is left when a process starts once more with fewer plugins', () => {
        extendTogether(plugins);
        const [, , , byWhatIsThere] = plugins;
        const fewer = byWhatIsThere ? [byWhatIsThere] : [];
        extendTogether(fewer);
        const { schema, times } = extended(fewer);
        expect(times).toBe(1);
        expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).toEqual(['one', 'types']);
    });
});
