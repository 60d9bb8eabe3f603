import { describeRestApi } from '@efi/rest-api-plugin';
import { GraphQLTypesLoader } from '@nestjs/graphql';
import { getFinalVendureSchema, preBootstrapConfig } from '@vendure/core';
import { buildSchema, findBreakingChanges, lexicographicSortSchema, printSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { config } from '../../src/vendure-config';
import { type OpenApi, restBreakingChanges } from './rest-breaking-changes';

const root = path.join(__dirname, '../..');
const folder = path.join(root, 'docs/api');
const released = (name: string) => readFileSync(path.join(folder, 'released', name), 'utf8');

type Snapshots = Readonly<Record<'shop.graphql' | 'admin.graphql' | 'openapi.json', string>>;

/** What the application serves, made from its configuration alone: without a server and a database. */
async function presentApis(): Promise<Snapshots> {
    const runtimeConfig = await preBootstrapConfig(config);
    const schemas = path.join(root, 'node_modules/@vendure/core/dist/api/schema');
    const print = async (apiType: 'shop' | 'admin') => {
        const schema = await getFinalVendureSchema({
            config: runtimeConfig,
            typePaths: ['common', `${apiType}-api`].map(part => path.join(schemas, part, '*.graphql')),
            typesLoader: new GraphQLTypesLoader(),
            apiType,
            output: 'sdl',
        });
        return `${printSchema(lexicographicSortSchema(buildSchema(schema)))}\n`;
    };
    return {
        'shop.graphql': await print('shop'),
        'admin.graphql': await print('admin'),
        'openapi.json': `${JSON.stringify(describeRestApi(runtimeConfig), null, 4)}\n`,
    };
}

describe('the APIs', () => {
    let present: Snapshots;
    beforeAll(async () => (present = await presentApis()), 60_000);

    it.each(['shop.graphql', 'admin.graphql', 'openapi.json'] as const)(
        'are what docs/api/%s says; `npm run api:snapshots` writes it anew',
        async name => {
            await expect(present[name]).toMatchFileSnapshot(path.join(folder, name));
        },
    );

    it.each(['shop.graphql', 'admin.graphql'] as const)(
        'break nobody who uses %s as it was released last',
        name => {
            const changes = findBreakingChanges(buildSchema(released(name)), buildSchema(present[name]));
            expect(changes.map(({ description }) => description)).toEqual([]);
        },
    );

    it('break nobody who uses REST as it was released last', () => {
        const before = JSON.parse(released('openapi.json')) as OpenApi;
        expect(restBreakingChanges(before, JSON.parse(present['openapi.json']) as OpenApi)).toEqual([]);
    });
});
