import { variantCosts } from '@efi/plugin-kit';
import { EventBus, ProductVariantEvent, RequestContextService, TransactionalConnection } from '@vendure/core';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EfiCompetitorFeed } from '../src/infrastructure/entities/competitor-feed.entity';
import { CompetitorFeeds } from '../src/infrastructure/imports/competitor-feeds';
import { merchant } from './support/merchant';
import { recheckTraces } from './support/recheck-traces';
import { CHAIR, CUSTOMER, LAMP, pricingShop } from './support/shop';

const ALL = [1, 2, 3, 4];

describe('dynamic pricing', async () => {
    const shop = await pricingShop({ feeds: { allowLoopback: true } });
    const { settings, addRule, run, currency: currencyOf } = merchant(shop);
    let currency = '';
    const prices = async () => Promise.all(ALL.map(async id => (await shop.priceOf(id))?.price));

    beforeAll(async () => {
        await shop.start();
        currency = await currencyOf();
    });
    afterAll(shop.stop);
    beforeEach(() => settings('automatic'));
    afterEach(async () => {
        await shop.sql('DELETE FROM efi_pricing_rule');
        await shop.sql('DELETE FROM efi_competitor_price');
        await shop.sql('DELETE FROM efi_group_price');
        await shop.sql(`UPDATE efi_price_decision SET "appliedAt" = "appliedAt" - interval '2 days'`);
        for (const [index, price] of [1000, 8000, 4000, 6000].entries()) {
            await shop.setPrice(index + 1, price);
        }
    });

    const clearOut = { kind: 'stock', stockAtLeast: 50, changePercent: -10 };

    it('writes what rules decide where Vendure reads it, tells Vendure, and keeps the trace', async () => {
        await addRule(clearOut, { name: 'Clear out' });
        const told: unknown[] = [];
        const subscription = shop.server.app
            .get(EventBus)
            .ofType(ProductVariantEvent)
            .subscribe(event => told.push(...event.variants.map(({ id }) => id)));
        expect(await run()).toMatchObject({ state: 'completed', changedPrices: 4 });
        subscription.unsubscribe();
        expect(await prices()).toEqual([900, 7200, 3600, 5400]);
        expect(told).toEqual(ALL);
        const [decision] = await shop.sql<{ trace: Record<string, unknown> }>(
            'SELECT trace FROM efi_price_decision WHERE "variantId" = 1 ORDER BY id DESC LIMIT 1',
        );
        expect(decision?.trace).toMatchObject({
            fired: [{ name: 'Clear out', from: 1000, to: 900 }],
            basis: 'rules',
            price: 900,
            inputs: { stock: 100 },
        });
    });

    it('does not compound, and goes back to the list price with the rule', async () => {
        const { id } = await addRule(clearOut);
        await run();
        expect(await run()).toMatchObject({ changedPrices: 0 });
        expect(await prices()).toEqual([900, 7200, 3600, 5400]);
        await shop.admin('mutation ($id: ID!) { deleteEfiPricingRule(id: $id) }', { id });
        await run();
        expect(await prices()).toEqual([1000, 8000, 4000, 6000]);
        expect(await shop.priceOf(1)).toMatchObject({ offer: null });
    });

    it('takes a price that somebody set by hand for the new list price', async () => {
        await addRule(clearOut);
        await run();
        await shop.sql('UPDATE product_variant_price SET price = 2000 WHERE "variantId" = 1');
        await run();
        expect((await prices())[0]).toBe(1800);
    });

    it('never goes below what cost and margin ask for, nor touches locked prices', async () => {
        const cost = await shop.admin<{ importEfiPriceCsv: unknown }>(
            `mutation ($currency: CurrencyCode!, $csv: String!) {
                importEfiPriceCsv(kind: cost, currencyCode: $currency, csv: $csv) {
                    accepted problem rejected { line reason } } }`,
            { currency, csv: `sku;cost;currency\nLAMP;8,55;${currency}\nCHAIR;20;${currency}` },
        );
        expect(cost.importEfiPriceCsv).toEqual({ accepted: 2, problem: null, rejected: [] });
        const lock = () =>
            shop.admin(
                `mutation ($input: EfiVariantGuardsInput!) { updateEfiVariantGuards(input: $input) { isLocked } }`,
                { input: { productVariantId: 'T_2', currencyCode: currency, isLocked: true } },
            );
        // Several at the same moment are no fault either.
        await Promise.all([lock(), lock(), lock(), lock()]);
        await lock();
        await addRule({ ...clearOut, changePercent: -40 });
        await run();
        expect(await prices()).toEqual([950, 8000, 2400, 3600]);
        const ctx = await shop.server.app.get(RequestContextService).create({ apiType: 'admin' });
        const costs = variantCosts(shop.server.app.get(TransactionalConnection).rawConnection);
        expect(await costs.costsOf(ctx, [1, 3])).toEqual(new Map([[1, 855]]));
        await shop.sql('DELETE FROM efi_variant_cost');
        await shop.sql('DELETE FROM efi_pricing_variant_guard');
    });

    it('asks first in the mode that asks: what is approved is applied, what is not is left', async () => {
        await settings('approve');
        await addRule(clearOut);
        const { id } = await run();
        expect(await prices()).toEqual([1000, 8000, 4000, 6000]);
        const { efiPriceDecisions } = await shop.admin<{
            efiPriceDecisions: {
                items: { id: string; productVariantId: string; state: string; sku: string }[];
            };
        }>(
            `query ($run: ID!) { efiPriceDecisions(runId: $run) { items { id productVariantId state sku } } }`,
            { run: id },
        );
        const idOf = (sku: string) => efiPriceDecisions.items.find(decision => decision.sku === sku)?.id;
        await shop.setPrice(CHAIR.id, 7900);
        const { approveEfiPriceDecisions } = await shop.admin<{ approveEfiPriceDecisions: unknown }>(
            `mutation ($ids: [ID!]) { approveEfiPriceDecisions(ids: $ids) { changed overtaken overtakenVariantIds } }`,
            { ids: [idOf('LAMP'), idOf('CHAIR')] },
        );
        expect(approveEfiPriceDecisions).toEqual({
            changed: 1,
            overtaken: 1,
            overtakenVariantIds: ['T_2'],
        });
        const { rejectEfiPriceDecisions } = await shop.admin<{ rejectEfiPriceDecisions: number }>(
            'mutation { rejectEfiPriceDecisions }',
        );
        expect(rejectEfiPriceDecisions).toBe(2);
        expect(await prices()).toEqual([900, 7900, 4000, 6000]);
    });

    it('rolls a run back, and leaves prices that somebody changed since', async () => {
        await addRule(clearOut);
        const { id } = await run();
        await shop.sql('UPDATE product_variant_price SET price = 7777 WHERE "variantId" = 2');
        const { rollBackEfiPricingRun } = await shop.admin<{ rollBackEfiPricingRun: unknown }>(
            `mutation ($id: ID!) { rollBackEfiPricingRun(id: $id, reason: " Wrong cost ") {
                changed overtaken overtakenVariantIds } }`,
            { id },
        );
        expect(rollBackEfiPricingRun).toEqual({ changed: 3, overtaken: 1, overtakenVariantIds: ['T_2'] });
        expect(await prices()).toEqual([1000, 7777, 4000, 6000]);
        const [entry] = await shop.sql<{ details: unknown }>(
            `SELECT details FROM efi_pricing_audit WHERE action = 'run.rolled-back' ORDER BY id DESC LIMIT 1`,
        );
        expect(entry?.details).toMatchObject({ runId: Number(id.replace('T_', '')), reason: 'Wrong cost' });
    });

    it('tells how a price went, with the engine’s reasons and the hand’s', async () => {
        const began = new Date();
        await addRule(clearOut, { name: 'Clear out' });
        await run();
        await shop.setPrice(LAMP.id, 1234);
        const { efiPriceCourse } = await shop.admin<{ efiPriceCourse: unknown[] }>(
            `query ($currency: CurrencyCode!, $since: DateTime!) {
                efiPriceCourse(productVariantId: "T_1", currencyCode: $currency, since: $since) {
                    price decision { state trace } } }`,
            { currency, since: began },
        );
        expect(efiPriceCourse.slice(-2)).toMatchObject([
            { price: 900, decision: { state: 'applied', trace: { fired: [{ name: 'Clear out' }] } } },
            { price: 1234, decision: null },
        ]);
    });

    it('stops on demand, with list prices back', async () => {
        await addRule(clearOut);
        await run();
        const { stopEfiPricing } = await shop.admin<{ stopEfiPricing: number }>(
            `mutation ($currency: CurrencyCode!) { stopEfiPricing(currencyCode: $currency, restoreListPrices: true) }`,
            { currency },
        );
        expect(stopEfiPricing).toBe(4);
        expect(await prices()).toEqual([1000, 8000, 4000, 6000]);
        const { startEfiPricingRun } = await shop.admin<{ startEfiPricingRun: unknown }>(
            `mutation ($currency: CurrencyCode!) { startEfiPricingRun(currencyCode: $currency) { __typename } }`,
            { currency },
        );
        expect(startEfiPricingRun).toEqual({ __typename: 'EfiPricingNotStartedError' });
        await shop.admin(
            'mutation ($currency: CurrencyCode!) { resumeEfiPricing(currencyCode: $currency) }',
            {
                currency,
            },
        );
    });

    it('falls back to the list price when no run renews what the engine made', async () => {
        await addRule(clearOut);
        await run();
        await shop.sql(`UPDATE product_variant_price SET "customFieldsEfioffer" =
            jsonb_set("customFieldsEfioffer", '{until}', '1000') WHERE "variantId" = 1`);
        const { product } = await shop
            .shopper()
            .query<{ product: { variants: { price: number }[] } }>(
                '{ product(slug: "lamp") { variants { price } } }',
            );
        expect(product.variants[0]?.price).toBe(LAMP.price);
    });

    it('puts a sale onto prices before it begins, and takes it off with its rule', async () => {
        const { id } = await addRule(
            { kind: 'flash-sale', changePercent: -30 },
            {
                scope: { variantIds: [1] },
                startsAt: new Date(Date.now() + 60_000).toISOString(),
                endsAt: new Date(Date.now() + 120_000).toISOString(),
            },
        );
        expect(await run()).toMatchObject({ changedPrices: 1 });
        expect(await run()).toMatchObject({ changedPrices: 0 });
        expect(await shop.priceOf(1)).toMatchObject({
            price: 1000,
            offer: { list: 1000, price: 700, isSale: true },
        });
        await shop.admin('mutation ($id: ID!) { deleteEfiPricingRule(id: $id) }', { id });
        expect(await shop.priceOf(1)).toEqual({ price: 1000, offer: null });
    });

    it('gives a declared group its price, says so, and nobody else', async () => {
        const { createCustomerGroup } = await shop.admin<{ createCustomerGroup: { id: string } }>(
            `mutation { createCustomerGroup(input: { name: "Trade", customerIds: ["T_1"] }) { id } }`,
        );
        await addRule({
            kind: 'customer-group',
            customerGroupId: Number(createCustomerGroup.id.replace('T_', '')),
            changePercent: -20,
            declaration: 'Trade price',
        });
        await run();
        const member = shop.shopper();
        await member.query(
            'mutation ($name: String!) { login(username: $name, password: "test") { __typename } }',
            {
                name: CUSTOMER,
            },
        );
        const lamp = `{ product(slug: "lamp") { variants {
            price efiPriceReduction { previousPrice personalised declaration } } } }`;
        expect(await member.query(lamp)).toEqual({
            product: {
                variants: [
                    {
                        price: 800,
                        efiPriceReduction: {
                            previousPrice: 1000,
                            personalised: true,
                            declaration: 'Trade price',
                        },
                    },
                ],
            },
        });
        expect(await shop.shopper().query(lamp)).toEqual({
            product: { variants: [{ price: 1000, efiPriceReduction: null }] },
        });
    });

    it('previews a rule that is not saved, by the same code, and writes nothing', async () => {
        const { efiPricePreview } = await shop.admin<{ efiPricePreview: unknown }>(
            `query ($input: EfiPricePreviewInput!) { efiPricePreview(input: $input) {
                ... on EfiPricePreviews { items { productVariantName currentPrice price } }
                ... on EfiPricingRuleInvalidError { field } } }`,
            {
                input: {
                    currencyCode: currency,
                    productVariantIds: ['T_1'],
                    draft: { name: 'draft', effect: clearOut },
                },
            },
        );
        expect(efiPricePreview).toEqual({
            items: [{ productVariantName: 'Lamp', currentPrice: 1000, price: 900 }],
        });
        expect(await prices()).toEqual([1000, 8000, 4000, 6000]);
        expect(await addRule({ kind: 'age-of-the-shopper', changePercent: 5 })).toMatchObject({
            field: 'effect.kind',
        });
    });

    it('keeps the last good price through bad feeds, and says what was wrong', async () => {
        let answer = '';
        const server = createServer((_request, response) => response.end(answer));
        await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
        const { port } = server.address() as AddressInfo;
        const { createEfiCompetitorFeed: created } = await shop.admin<{
            createEfiCompetitorFeed: { id: string };
        }>(`mutation ($input: EfiCompetitorFeedInput!) { createEfiCompetitorFeed(input: $input) { id } }`, {
            input: {
                name: 'A',
                url: `http://127.0.0.1:${port}/a.csv`,
                currencyCode: currency,
                competitor: 'A',
            },
        });
        const feeds = shop.server.app.get(CompetitorFeeds);
        const repository = shop.server.app
            .get(TransactionalConnection)
            .rawConnection.getRepository(EfiCompetitorFeed);
        const deliver = async (csv: string) => {
            answer = csv;
            await feeds.fetch(await repository.findOneByOrFail({ id: Number(created.id.replace('T_', '')) }));
            return (await repository.findOneByOrFail({})).lastProblem;
        };
        const file = (...rows: string[]) => ['sku,price,currency', ...rows].join('\n');
        await addRule({
            kind: 'competitor',
            target: 'lowest',
            offsetPercent: 0,
            maxAgeHours: 24,
            minCompetitors: 1,
            weights: {},
        });
        expect(
            await deliver(
                file(
                    `LAMP,9.50,${currency}`,
                    `CHAIR,79.00,${currency}`,
                    `RUG-S,39,${currency}`,
                    `RUG-L,59,${currency}`,
                ),
            ),
        ).toBeNull();
        await run();
        const good = [950, 7900, 3900, 5900];
        expect(await prices()).toEqual(good);

        const bad: [string, string][] = [
            ['', 'empty'],
            ['sku,price,currency', 'empty'],
            [file(`LAMP,9.00,JPY`, `CHAIR,70,JPY`), 'mostly-bad'],
            [file(`LAMP,95000,${currency}`, `CHAIR,790000,${currency}`), 'mostly-bad'],
            [file(`LAMP,9.40,${currency}`), 'half'],
            [file(`LAMP,"=cmd|' /C calc'!A0",${currency}`), 'mostly-bad'],
            ['<html>503</html>', 'empty'],
        ];
        for (const [csv, problem] of bad) {
            expect(await deliver(csv)).toBe(problem);
            await run();
            expect(await prices()).toEqual(good);
        }
        // Stale in the end: the price stays, and the run says how many it held.
        await shop.sql(`UPDATE efi_competitor_price SET "observedAt" = now() - interval '2 days'`);
        expect(await run()).toMatchObject({ changedPrices: 0, heldPrices: 4 });
        expect(await prices()).toEqual(good);
        server.close();
        expect(await deliver('')).toBe('unreachable');
        expect(await prices()).toEqual(good);
    });

    it('fetches no feed from inside, and lets nobody set one up', async () => {
        const create = (url: string) =>
            shop.admin(
                `mutation ($input: EfiCompetitorFeedInput!) { createEfiCompetitorFeed(input: $input) { id } }`,
                { input: { name: 'x', url, currencyCode: currency } },
            );
        for (const url of [
            'http://169.254.169.254/latest',
            'file:///etc/passwd',
            'http://10.0.0.1/',
            'http://[::ffff:10.0.0.1]/',
            'http://user:pass@example.com/',
        ]) {
            await expect(create(url)).rejects.toThrow('public http or https address');
        }
    });

    it('has guards that hold by arithmetic of somebody else', async () => {
        const stored = await shop.sql<{ price: number; trace: never }>(
            'SELECT price, trace FROM efi_price_decision',
        );
        expect(stored.length).toBeGreaterThan(10);
        expect(recheckTraces(stored)).toEqual([]);
    });

    it('lets nobody change what was written down, and nobody in without the permission', async () => {
        const [audit] = await shop.sql<{ count: number }>(
            'SELECT count(*)::int AS count FROM efi_pricing_audit',
        );
        expect(audit?.count).toBeGreaterThan(20);
        await shop.adminClient.asAnonymousUser();
        await expect(shop.admin('{ efiPricingRules { id } }')).rejects.toThrow('not currently authorized');
        await expect(shop.admin('mutation { approveEfiPriceDecisions { changed } }')).rejects.toThrow(
            'not currently authorized',
        );
    });
});
