import type { ConfigService } from '@vendure/core';
import { AssetInterceptorPlugin } from '@vendure/core/dist/api/middleware/asset-interceptor-plugin';
import type * as graphql from 'graphql';
import { createRequire } from 'node:module';
import { beforeAll, expect, it } from 'vitest';
import { AssetAddressesPlugin } from './asset-addresses.plugin';

/** The copy that Vendure has: a test's own import would be another. */
const { buildSchema, parse } = createRequire(__filename)('graphql') as typeof graphql;

const schema = buildSchema(`
    type Asset { id: ID! name: String! preview: String! source: String! }
    type Note { preview: String! }
    union Shown = Asset | Note
    type Product { id: ID! asset: Asset assets: [Asset!]! note: Note! shown: [Shown!]! kin: [Product!]! }
    type Query { product: Product products: [Product!]! }
`);

type Answer = (request: object, document: object, data: unknown) => void;

const vendures = (AssetInterceptorPlugin.prototype as unknown as { prefixAssetUrls: Answer }).prefixAssetUrls;

async function answered(query: string, data: unknown, how?: Answer): Promise<unknown> {
    const toAbsoluteUrl = (request: { host: string }, path: string) => `${request.host}/${path}`;
    const config = { assetOptions: { assetStorageStrategy: { toAbsoluteUrl } } };
    const plugin = new AssetInterceptorPlugin(config as unknown as ConfigService);
    await plugin.serverWillStart({ schema } as never);
    const copy: unknown = structuredClone(data);
    const add = how ?? (plugin as unknown as { prefixAssetUrls: Answer }).prefixAssetUrls;
    add.call(plugin, { host: '//shop' }, parse(query), copy);
    return copy;
}

const asset = (name: string) => ({ id: name, preview: `${name}.p`, source: `${name}.s` });

const product = {
    id: '1',
    asset: asset('a'),
    assets: [asset('b'), { id: 'c', preview: 'c.p' }],
    note: { preview: 'written' },
    shown: [asset('d'), { preview: 'said' }],
    kin: [{ asset: asset('e'), assets: [], kin: [] }, { asset: null }],
};

beforeAll(() => void new AssetAddressesPlugin());

it.each([
    [
        'as they stand',
        '{ product { asset { preview } assets { preview source } kin { asset { preview } } } }',
        { product },
    ],
    [
        'in a list',
        '{ products { asset { preview } kin { asset { source } } } }',
        { products: [product, product] },
    ],
    [
        'under another name',
        '{ one: product { picture: asset { preview } } }',
        { one: { picture: asset('a') } },
    ],
    ['in a union', '{ product { shown { ... on Asset { preview } ... on Note { preview } } } }', { product }],
    [
        'in fragments, where several say more of one field',
        `{ product { ...Pictures ...Kin kin { id } } }
         fragment Pictures on Product { asset { ...Picture } assets { ...Picture } }
         fragment Kin on Product { kin { asset { preview } ...Pictures } }
         fragment Picture on Asset { preview source }`,
        { product },
    ],
])('has the addresses of assets that Vendure’s has: %s', async (_, query, data) => {
    const found = await answered(query, data);
    expect(found).toEqual(await answered(query, data, vendures));
    expect(JSON.stringify(found)).toContain('//shop/');
});

it('leaves alone what is no asset', async () => {
    const data = { product: { id: '1', note: { preview: 'written' } } };
    expect(await answered('{ product { id note { preview } } }', data)).toEqual(data);
    expect(await answered('{ product { id } }', { product: null })).toEqual({ product: null });
});
