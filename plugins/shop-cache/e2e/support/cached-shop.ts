import { OrderIntegrityPlugin, orderIntegrityMigrations } from '@efi/order-integrity-plugin';
import { freePort, testShop } from '@efi/plugin-kit/testing';
import { SearchPlugin, searchMigrations } from '@efi/search-plugin';
import { DefaultSearchPlugin, LanguageCode, mergeConfig } from '@vendure/core';
import { TestServer } from '@vendure/testing';
import { gql } from 'graphql-tag';
import { ShopCachePlugin, shopCacheMigrations } from '../../src';
import { eventually, ShopReader } from './shop-reader';

const SPEAK_GERMAN = gql`
    mutation {
        updateGlobalSettings(input: { availableLanguages: [en, de] }) {
            __typename
        }
        updateChannel(input: { id: "1", availableLanguageCodes: [en, de] }) {
            __typename
        }
    }
`;

/** What `@efi/search-plugin` adds, as the application has it. */
const SEARCH_FIELDS = [
    'Query.efiSearchSuggestions',
    'SearchResponse.efiCorrectedTerm',
    ...['products', 'collections', 'correctedTerm'].map(field => `EfiSearchSuggestions.${field}`),
];

/**
 * A shop with search, reservations and the cache. Vendure's own memory is short here, as everything is held back for
 * twice as long after a change of a channel or tax.
 *
 * @param search - Vendure's own, or the one whose changes are told in parts.
 */
export async function cachedShop(search: 'vendure' | 'efi' = 'vendure') {
    const isOurs = search === 'efi';
    const shop = await testShop({
        plugins: [
            isOurs
                ? SearchPlugin.init()
                : DefaultSearchPlugin.init({ bufferUpdates: false, indexStockStatus: true }),
            OrderIntegrityPlugin.init(),
            ShopCachePlugin.init({
                allowNoStore: true,
                fields: isOurs ? SEARCH_FIELDS : [],
                front: { seconds: 60, freshHeaders: {} },
            }),
        ],
        migrations: [
            ...orderIntegrityMigrations,
            ...(isOurs ? searchMigrations : []),
            ...shopCacheMigrations,
        ],
        customerCount: 2,
        config: {
            authOptions: { tokenMethod: ['bearer', 'cookie'] },
            entityOptions: { channelCacheTtl: 20, zoneCacheTtl: 20, taxRateCacheTtl: 20 },
        },
    });
    const reader = new ShopReader(`http://localhost:${shop.config.apiOptions.port}/shop-api`);
    return {
        ...shop,
        reader,
        start: async () => {
            await shop.start();
            await shop.adminClient.query(SPEAK_GERMAN, {}, { languageCode: LanguageCode.en });
            await warm(reader);
        },
        /** A second server on the same database, with a memory of its own. */
        startSecond: async () => {
            const server = new TestServer(
                mergeConfig<typeof shop.config>(shop.config, { apiOptions: { port: await freePort() } }),
            );
            await server.bootstrap();
            const second = new ShopReader(`${await server.app.getUrl()}/shop-api`);
            await warm(second);
            return { reader: second, stop: () => server.destroy() };
        },
    };
}

export type CachedShop = Awaited<ReturnType<typeof cachedShop>>;

/** Until it hears of changes and keeps answers. */
export async function warm(reader: ShopReader): Promise<void> {
    await eventually(async () => (await reader.read('{ availableCountries { code } }')).hit);
}
