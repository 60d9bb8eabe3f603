import { setConsentCheck } from '@efi/plugin-kit';
import { startTestPostgres, type TestPostgres } from '@efi/plugin-kit/testing';
import { RequestContextService, TransactionalConnection, UserService } from '@vendure/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recommendingShop } from '../e2e/support/recommending-shop';
import { RecommendationService } from '../src';
import { blend } from '../src/domain/models/blend';
import { seededRandom } from '../src/domain/models/random';
import { alikeModel, togetherModel, togetherSettings } from '../src/domain/training/chosen-models';
import { toBytes } from '../src/domain/training/model-bundle';
import type { ModelCard } from '../src/domain/training/model-card';
import type { Placement } from '../src/domain/serving/placement';
import { LoadedModels } from '../src/infrastructure/loaded-models';
import { ModelArchive } from '../src/infrastructure/model-archive';
import { TrainingDataReader } from '../src/infrastructure/training/training-data';
import { fillCatalogue, fillOrders } from './invented-shop';

const PRODUCTS = Number(process.env.BENCH_PRODUCTS ?? 10_000);
const ORDERS = 2 * PRODUCTS;
const CALLS = 300;
const CUSTOMER = 1;
const placements: readonly Placement[] = ['SIMILAR', 'BOUGHT_TOGETHER', 'TRENDING', 'FOR_YOU'];

/** How long lists take in the server's process, from the question to the finished cards. Asserts no time. */
describe('serving', async () => {
    const shop = await recommendingShop({ budgetMs: 10_000 });
    let postgres: TestPostgres;
    let ids: number[];
    let userId: number;

    beforeAll(async () => {
        postgres = await startTestPostgres();
        process.env.EFI_TEST_DATABASE_URL = postgres.url;
        await shop.start();
        await fillCatalogue(shop.sql, PRODUCTS);
        await fillOrders(shop.sql, ORDERS, CUSTOMER);
        ids = (await shop.sql<{ id: number }>('SELECT id FROM product ORDER BY id')).map(({ id }) => id);
        const customers = await shop.sql<{ userId: number }>('SELECT "userId" FROM customer WHERE id = $1', [
            CUSTOMER,
        ]);
        userId = customers[0]?.userId ?? 0;
        await serveAModel();
        setConsentCheck(shop.server.app.get(TransactionalConnection).rawConnection, {
            has: () => Promise.resolve(true),
            consenting: all => Promise.resolve(new Set(all)),
        });
    }, 900_000);
    afterAll(async () => {
        await shop.stop();
        await postgres.stop();
    });

    /** The kinds that a training would make, with less effort: what they cost when asked is the same. */
    async function serveAModel(): Promise<void> {
        const [archive, reader] = [
            shop.server.app.get(ModelArchive),
            shop.server.app.get(TrainingDataReader),
        ];
        const { set, productIds } = await reader.read(new Date(0), new Date());
        const personal = blend.train(set, {
            ease: { maxItems: 1_000 },
            als: { factors: 64, iterations: 1 },
        });
        const parts = toBytes({
            ...{ productIds, personal, alike: alikeModel.train(set) },
            together: togetherModel.train(set, togetherSettings),
        });
        const card = { personal: 'blend', together: 'item-to-item', scores: [] } as unknown as ModelCard;
        await archive.add({ card, parts, promote: true, reason: 'To be measured.' });
        await shop.server.app.get(LoadedModels).refresh();
    }

    it.each([1, 10])(
        'with %i at a time',
        async atOnce => {
            const contexts = shop.server.app.get(RequestContextService);
            const anybody = await contexts.create({ apiType: 'shop' });
            const user = await shop.server.app.get(UserService).getUserById(anybody, userId);
            const customer = await contexts.create({ apiType: 'shop', user });
            const service = shop.server.app.get(RecommendationService);
            for (const placement of placements) {
                const random = seededRandom(atOnce);
                const ask = async () => {
                    const productId = ids[Math.floor(random() * ids.length)] ?? 0;
                    const began = performance.now();
                    const ctx = placement === 'FOR_YOU' ? customer : anybody;
                    const list = await service.forShopper(ctx, { placement, productId, take: 8, hidden: [] });
                    expect(list).toMatchObject({ personal: placement === 'FOR_YOU' });
                    expect(list.items.length).toBeGreaterThan(0);
                    return performance.now() - began;
                };
                await Promise.all(Array.from({ length: 50 }, ask));
                const times: number[] = [];
                for (let done = 0; done < CALLS; done += atOnce) {
                    times.push(...(await Promise.all(Array.from({ length: atOnce }, ask))));
                }
                times.sort((a, b) => a - b);
                const at = (share: number) => (times[Math.floor(share * times.length)] ?? 0).toFixed(1);
                process.stdout.write(
                    `${ids.length} products, ${atOnce} at once, ${placement}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms\n`,
                );
            }
        },
        300_000,
    );
});
