import { type BehaviourAct, behaviourEvents } from '@efi/plugin-kit';
import { TransactionalConnection } from '@vendure/core';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AttributionBooks } from '../src/infrastructure/attribution/attribution-books';
import { AttributionService } from '../src/infrastructure/attribution/attribution.service';
import { names, recommendingShop, tradeForAYear } from './support/recommending-shop';

const rate = '{ lists value from to }';
const outcomes = parse(`{
    efiRecommendationOutcomes {
        placement modelId shown clicked ${rate} inCart ${rate} bought ${rate} anonymousShown anonymousClicks
    }
}`);
const experiments = parse(`{
    efiRecommendationExperiments {
        share startedBy endedAt challengerId
        arms { arm shown clicked { lists } }
        clickedDifference { from to }
    }
}`);

describe('what lists achieve', async () => {
    const shop = await recommendingShop();
    const { adminClient, ask, productId, sql } = shop;

    beforeAll(async () => {
        await shop.start();
        await tradeForAYear(shop);
        await shop.train();
    }, 180_000);
    afterAll(() => shop.stop());

    /** As the behaviour plugin publishes it. */
    const happened = async (act: BehaviourAct, session?: string) => {
        const { rawConnection } = shop.server.app.get(TransactionalConnection);
        behaviourEvents(rawConnection).publish({
            act,
            at: new Date(),
            channelId: 1,
            ...(session === undefined ? {} : { session }),
        });
        await shop.server.app.get(AttributionService).settled();
    };
    const listAt = async (placement: string) =>
        (await ask({ placement, productId: `T_${productId(3)}` })).recommendationId;
    const outcomesAt = async (placement: string) => {
        const { efiRecommendationOutcomes: all } = await adminClient.query<{
            efiRecommendationOutcomes: Array<Record<string, unknown> & { placement: string }>;
        }>(outcomes);
        return all.filter(outcome => outcome.placement === placement);
    };

    it('is followed from shown to clicked, in the cart and bought', async () => {
        const product = { productId: productId(4), productVariantId: 1, quantity: 1 };
        for (const session of ['a', 'b', 'c', 'd']) {
            const recommendationId = await listAt('BOUGHT_TOGETHER');
            const shown: BehaviourAct = { type: 'recommendation-shown', recommendationId, productIds: [] };
            await happened(shown, session);
            await happened(shown, session);
            if (session !== 'd') {
                await happened(
                    { type: 'recommendation-clicked', recommendationId, productId: productId(4) },
                    session,
                );
            }
            if (session === 'a' || session === 'b') {
                await happened({ type: 'added-to-cart', orderId: 1, ...product }, session);
            }
            if (session === 'a') {
                await happened({ type: 'order-placed', orderId: 1, lines: [product] }, session);
            }
        }
        expect(await outcomesAt('BOUGHT_TOGETHER')).toMatchObject([
            {
                shown: 4,
                clicked: { lists: 3, value: 0.75 },
                inCart: { lists: 2, value: 0.5 },
                bought: { lists: 1, value: 0.25 },
                anonymousShown: 0,
            },
        ]);
    });

    it('is counted, and nothing more, for those who did not agree', async () => {
        const before = await sql('SELECT * FROM efi_recommendation_list');
        const recommendationId = await listAt('SIMILAR');
        await happened({ type: 'recommendation-shown', recommendationId, productIds: [] });
        await happened({ type: 'recommendation-clicked', recommendationId, productId: 4 });
        expect(await outcomesAt('SIMILAR')).toMatchObject([
            { shown: 0, anonymousShown: 1, anonymousClicks: 1 },
        ]);
        expect(await sql('SELECT * FROM efi_recommendation_list')).toEqual(before);
        const [counted] = await sql<Record<string, unknown>>('SELECT * FROM efi_recommendation_count');
        expect(Object.keys(counted ?? {}).sort()).toEqual(
            ['channelId', 'clicked', 'day', 'modelId', 'placement', 'shown'].sort(),
        );
    });

    it('is not taken from ids that the shop did not issue', async () => {
        const genuine = await listAt('TRENDING');
        const forged = genuine.replace('TRENDING', 'FOR_YOU');
        for (const recommendationId of [
            forged,
            'x',
            '',
            `${genuine}x`,
            genuine.split('.').slice(1).join('.'),
        ]) {
            await happened({ type: 'recommendation-shown', recommendationId, productIds: [] }, 'e');
        }
        expect(await outcomesAt('FOR_YOU')).toEqual([]);
        expect(await outcomesAt('TRENDING')).toEqual([]);
    });

    it('is compared between a challenger and the model in place, each shopper on one side', async () => {
        const start = parse(`mutation ($share: Float!) {
            startEfiRecommendationExperiment(input: { share: $share, placement: COMPLETE_THE_CART }) { id }
        }`);
        await expect(adminClient.query(start, { share: 1 })).rejects.toThrow('above 0 and below 1');
        const { startEfiRecommendationExperiment: experiment } = await adminClient.query<{
            startEfiRecommendationExperiment: { id: string };
        }>(start, { share: 0.5 });
        await expect(adminClient.query(start, { share: 0.5 })).rejects.toThrow('Another experiment runs');

        const first: string[] = [];
        for (let shopper = 0; shopper < 16; shopper++) {
            const client = shop.newShopClient();
            await shop.addToCart(3, client);
            const input = { placement: 'COMPLETE_THE_CART', take: 1 };
            const lists = [
                await ask(input, 'analytics', client),
                await ask(input, 'analytics', client),
                await ask(input, 'analytics', client),
            ];
            const shown = new Set(lists.flatMap(names));
            expect(shown.size).toBe(1);
            first.push(...shown);
            const [{ recommendationId } = { recommendationId: '' }] = lists;
            await happened({ type: 'recommendation-shown', recommendationId, productIds: [] }, `s${shopper}`);
        }
        const byModel = first.filter(name => name === 'P4').length;
        expect(byModel).toBeGreaterThan(0);
        expect(byModel).toBeLessThan(16);

        await adminClient.query(
            parse('mutation ($id: ID!) { endEfiRecommendationExperiment(id: $id) { endedAt } }'),
            { id: experiment.id },
        );
        const { efiRecommendationExperiments: all } = await adminClient.query<{
            efiRecommendationExperiments: Array<Record<string, unknown>>;
        }>(experiments);
        expect(all).toMatchObject([
            {
                share: 0.5,
                startedBy: 'superadmin',
                challengerId: null,
                endedAt: expect.any(String) as string,
                arms: [
                    { arm: 'IN_PLACE', shown: byModel, clicked: { lists: 0 } },
                    { arm: 'CHALLENGER', shown: 16 - byModel, clicked: { lists: 0 } },
                ],
            },
        ]);
    });

    it('takes nobody into an experiment who did not agree to be counted', async () => {
        await adminClient.query(
            parse('mutation { startEfiRecommendationExperiment(input: { share: 0.99 }) { id } }'),
        );
        for (let shopper = 0; shopper < 5; shopper++) {
            const client = shop.newShopClient();
            await shop.addToCart(3, client);
            const list = await ask({ placement: 'COMPLETE_THE_CART', take: 1 }, '', client);
            expect(names(list)).toEqual(['P4']);
        }
    });

    it('is forgotten after a while', async () => {
        await sql(
            `UPDATE efi_recommendation_list SET "shownAt" = now() - interval '91 days' WHERE session = 'a'`,
        );
        expect(await shop.server.app.get(AttributionBooks).deleteOlderThan(90)).toBe(1);
        expect(await sql(`SELECT id FROM efi_recommendation_list WHERE session = 'a'`)).toEqual([]);
    });
});
