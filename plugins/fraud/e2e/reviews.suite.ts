import { EventBus, TransactionalConnection } from '@vendure/core';
import { beforeEach, expect, it } from 'vitest';
import { FraudAppealDecidedEvent, FraudQuestionAskedEvent } from '../src';
import { EfiFraudDecision } from '../src/infrastructure/entities/fraud-decision.entity';
import { OutcomeBooks } from '../src/infrastructure/screening/outcome-books';
import { Replays } from '../src/infrastructure/reviews/replays';
import type { ScreenedShop } from './screened-shop';

const REVIEW_ALL = { shadow: false, stepUpFrom: 1, reviewFrom: 1, blockFrom: 100 };
const BLOCK_ALL = { shadow: false, stepUpFrom: 1, reviewFrom: 1, blockFrom: 1 };
const ACCEPT = `mutation ($id: ID!) { acceptEfiFraudReview(id: $id) { __typename
    ... on ErrorResult { message } ... on EfiFraudReviewDecided { problem decision { reviewState label acceptedOnceBy } } } }`;
const REJECT = ACCEPT.replace('acceptEfiFraudReview', 'rejectEfiFraudReview');

export function reviewsSuite(shop: ScreenedShop): void {
    beforeEach(async () => {
        await shop.forget();
        await shop.adminClient.asSuperAdmin();
    });

    /** A mail to throw away gives a score of a few percent. */
    const suspicious = async (name: string) => {
        const shopper = shop.newShopper({ 'efi-device': `device-of-${name}-x` });
        const code = await shopper.toPayment(`${name}@mailinator.com`);
        return { shopper, code };
    };
    const held = async (name: string, token = 'ok/c9') => {
        await shop.setPolicy(REVIEW_ALL);
        const { shopper, code } = await suspicious(name);
        const answer = await shopper.pay(token);
        const [decision] = await shop.decisions(code);
        if (!decision) {
            throw new Error(`Order ${code} has no decision.`);
        }
        return { shopper, code, answer, decision, id: `T_${decision.id}`, orderId: `T_${decision.orderId}` };
    };
    const order = async (orderId: string) =>
        (
            await shop.admin<{ order: { state: string; payments: Array<{ id: string; state: string }> } }>(
                `query ($orderId: ID!) { order(id: $orderId) { state payments { id state } lines { id } } }`,
                { orderId },
            )
        ).order;

    it('holds the money and the goods of an order under review, and goes on once it is accepted', async () => {
        const { answer, id, orderId } = await held('hold');
        expect(answer).toMatchObject({ __typename: 'Order', state: 'PaymentAuthorized' });

        const [payment] = (await order(orderId)).payments;
        const { settlePayment } = await shop.admin<{ settlePayment: object }>(
            `mutation ($id: ID!) { settlePayment(id: $id) { __typename ... on SettlePaymentError { paymentErrorMessage } } }`,
            { id: payment?.id },
        );
        expect(settlePayment).toEqual({
            __typename: 'SettlePaymentError',
            paymentErrorMessage: 'The order is under review; first decide whether to accept it',
        });

        expect(await shop.admin(ACCEPT, { id })).toMatchObject({
            acceptEfiFraudReview: { problem: null, decision: { reviewState: 'accepted', label: 'good' } },
        });
        expect(await order(orderId)).toMatchObject({
            state: 'PaymentSettled',
            payments: [{ state: 'Settled' }],
        });
        expect(await shop.admin(ACCEPT, { id })).toMatchObject({
            acceptEfiFraudReview: { message: 'Somebody has decided about this order already' },
        });
    });

    it('ships nothing before the review is decided, also where the money was taken at once', async () => {
        const { answer, id, orderId } = await held('atonce', 'at-once/c1');
        expect(answer).toMatchObject({ state: 'PaymentSettled' });
        const [line] = await shop.sql<{ id: number }>('SELECT id FROM order_line WHERE "orderId" = $1', [
            Number(orderId.slice(2)),
        ]);
        const input = {
            lines: [{ orderLineId: `T_${line?.id}`, quantity: 1 }],
            handler: { code: 'manual-fulfillment', arguments: [{ name: 'method', value: 'Post' }] },
        };
        const { addFulfillmentToOrder: refused } = await shop.admin<{
            addFulfillmentToOrder: { __typename: string; transitionError: string };
        }>(
            `mutation ($input: FulfillOrderInput!) { addFulfillmentToOrder(input: $input) { __typename
                ... on FulfillmentStateTransitionError { transitionError } } }`,
            { input },
        );
        expect(refused).toEqual({
            __typename: 'FulfillmentStateTransitionError',
            transitionError: 'The order is under review; first decide whether to accept it',
        });
        await shop.admin(ACCEPT, { id });
        const { order: accepted } = await shop.admin<{ order: { fulfillments: [{ id: string }] } }>(
            'query ($orderId: ID!) { order(id: $orderId) { fulfillments { id } } }',
            { orderId },
        );
        expect(
            await shop.admin(
                `mutation ($id: ID!) { transitionFulfillmentToState(id: $id, state: "Pending") { __typename } }`,
                { id: accepted.fulfillments[0].id },
            ),
        ).toEqual({ transitionFulfillmentToState: { __typename: 'Fulfillment' } });
    });

    it('lets go of the money and cancels the order when it is rejected', async () => {
        shop.gateway.reset();
        const { id, orderId } = await held('reject');
        expect(await shop.admin(REJECT, { id })).toMatchObject({
            rejectEfiFraudReview: { problem: null, decision: { reviewState: 'rejected', label: 'fraud' } },
        });
        expect(await order(orderId)).toMatchObject({
            state: 'Cancelled',
            payments: [{ state: 'Cancelled' }],
        });
        expect(shop.gateway.charged).toBe(0);
    });

    it('pays money back that was taken at once', async () => {
        shop.gateway.reset();
        const { id, orderId } = await held('payback', 'at-once/c1');
        expect(await shop.admin(REJECT, { id })).toMatchObject({ rejectEfiFraudReview: { problem: null } });
        expect(await order(orderId)).toMatchObject({ state: 'Cancelled' });
        expect(shop.gateway.charged).toBe(0);
    });

    it('needs two people for a high amount', async () => {
        await shop.setPolicy({ ...REVIEW_ALL, fourEyesAbove: 100 });
        const { shopper, code } = await suspicious('four');
        await shopper.pay('ok/c2');
        const [decision] = await shop.decisions(code);
        const id = `T_${decision?.id}`;
        expect(await shop.admin(ACCEPT, { id })).toMatchObject({
            acceptEfiFraudReview: { decision: { reviewState: 'open', acceptedOnceBy: 'superadmin' } },
        });
        expect(await shop.admin(ACCEPT, { id })).toMatchObject({
            acceptEfiFraudReview: {
                message: 'This amount needs a second person: you have accepted it already',
            },
        });
        await shop.sql(`UPDATE efi_fraud_decision SET "acceptedOnceBy" = 'another' WHERE id = $1`, [
            decision?.id,
        ]);
        expect(await shop.admin(ACCEPT, { id })).toMatchObject({
            acceptEfiFraudReview: { decision: { reviewState: 'accepted' } },
        });
    });

    it('shows orders of the same device, and asks the customer where they see it', async () => {
        const first = await held('linked');
        const { id, orderId } = await held('linked');
        const asked: FraudQuestionAskedEvent[] = [];
        const subscription = shop.server.app
            .get(EventBus)
            .ofType(FraudQuestionAskedEvent)
            .subscribe(event => asked.push(event));
        await shop.admin(
            `mutation ($id: ID!) { askEfiFraudCustomer(id: $id, question: "Is this your order?") { __typename } }`,
            { id },
        );
        await expect
            .poll(() => asked.map(({ question }) => question), { timeout: 10_000 })
            .toEqual(['Is this your order?']);
        subscription.unsubscribe();
        const { efiFraudDecision } = await shop.admin<{ efiFraudDecision: object }>(
            `query ($id: ID!) { efiFraudDecision(id: $id) { orderId links { by decision { orderCode } }
                notes { kind text author } factors { text(languageCode: de) } policy { reviewFrom unscoredAbove }
                features { name label(languageCode: fr) unit value } needsSecondPerson } }`,
            { id },
        );
        expect(efiFraudDecision).toMatchObject({
            orderId,
            links: [{ decision: { orderCode: first.code } }],
            notes: [{ kind: 'asked', text: 'Is this your order?', author: 'superadmin' }],
            factors: [{ text: 'Wegwerf-E-Mail-Adresse' }],
            policy: { reviewFrom: 1, unscoredAbove: 'REVIEW' },
            features: expect.arrayContaining([
                { name: 'isGuest', label: 'Invité sans compte', unit: 'FLAG', value: 1 },
            ]) as unknown,
        });
        const { efiFraudDecisions } = await shop.admin<{ efiFraudDecisions: { totalItems: number } }>(
            '{ efiFraudDecisions(filter: OPEN) { totalItems items { id } } }',
        );
        expect(efiFraudDecisions.totalItems).toBe(2);
    });

    it('lists what shadow mode let through, by order, and in the default channel that of every channel', async () => {
        await shop.setPolicy({ ...REVIEW_ALL, shadow: true });
        const { shopper, code } = await suspicious('shadow');
        await shopper.pay('ok/c3');
        const [decision] = await shop.decisions(code);
        await shop.sql('UPDATE efi_fraud_decision SET "channelId" = 2');
        const list = async (filter: string, orderId: number | undefined) =>
            (
                await shop.admin<{ efiFraudDecisions: { items: object[] } }>(
                    `query ($orderId: ID!) { efiFraudDecisions(filter: ${filter}, orderId: $orderId) {
                        items { orderCode verdict applied } } }`,
                    { orderId: `T_${orderId}` },
                )
            ).efiFraudDecisions.items;
        const found = [{ orderCode: code, verdict: 'REVIEW', applied: 'ALLOW' }];
        expect(await list('SHADOW', decision?.orderId)).toEqual(found);
        expect(await list('ALL', decision?.orderId)).toEqual(found);
        expect(await list('OPEN', decision?.orderId)).toEqual([]);
        expect(await list('ALL', 9_999)).toEqual([]);
    });

    it('lets whoever a machine refused appeal to a person, once, and pay after that', async () => {
        await shop.setPolicy(BLOCK_ALL);
        const { shopper, code } = await suspicious('appeal');
        expect(await shopper.pay('ok')).toMatchObject({ __typename: 'PaymentDeclinedError' });
        const status = () =>
            shopper.query<{ efiFraudAppeal: object }>(
                `query ($code: String!) { efiFraudAppeal(orderCode: $code) { canAppeal isGranted } }`,
                { code },
            );
        const appeal = (by = shopper) =>
            by.query<{ appealEfiFraudDecision: object }>(
                `mutation ($code: String!) { appealEfiFraudDecision(input: { orderCode: $code, text: "It is me." }) {
                    __typename ... on EfiFraudAppealRefusedError { reason message } } }`,
                { code },
            );
        expect(await appeal(shop.newShopper())).toMatchObject({
            appealEfiFraudDecision: { reason: 'NOTHING_TO_APPEAL' },
        });
        expect(await status()).toEqual({ efiFraudAppeal: { canAppeal: true, isGranted: null } });
        expect(await appeal()).toEqual({ appealEfiFraudDecision: { __typename: 'EfiFraudAppeal' } });
        expect(await appeal()).toMatchObject({ appealEfiFraudDecision: { reason: 'APPEALED_ALREADY' } });

        const decided: boolean[] = [];
        const subscription = shop.server.app
            .get(EventBus)
            .ofType(FraudAppealDecidedEvent)
            .subscribe(({ isGranted }) => decided.push(isGranted));
        const [decision] = await shop.decisions(code);
        await shop.admin(
            `mutation ($id: ID!) { decideEfiFraudAppeal(id: $id, isGranted: true, answer: "Sorry.") { id } }`,
            { id: `T_${decision?.id}` },
        );
        await expect.poll(() => decided, { timeout: 10_000 }).toEqual([true]);
        subscription.unsubscribe();
        expect(await status()).toEqual({ efiFraudAppeal: { canAppeal: false, isGranted: true } });
        expect(await shopper.pay('ok')).toMatchObject({ state: 'PaymentSettled' });
        expect((await shop.decisions(code)).at(-1)).toMatchObject({ basis: 'listed', verdict: 'allow' });
    });

    it('learns from disputes and refunds what payments were', async () => {
        const { decision } = await held('dispute');
        const outcomes = shop.server.app.get(OutcomeBooks);
        await outcomes.note({ intentId: decision.intentId, kind: 'refunded', amount: 1 });
        expect((await shop.decisions(decision.orderCode))[0]).toMatchObject({
            label: 'good',
            labelledBy: 'refund',
        });
        await outcomes.note({ intentId: decision.intentId, kind: 'dispute-opened', amount: 1 });
        expect((await shop.decisions(decision.orderCode))[0]).toMatchObject({
            label: 'fraud',
            labelledBy: 'dispute',
        });
    });

    it('refuses a rule that can’t be read, back-tests one that can, and keeps its versions', async () => {
        await held('rules');
        const test = (expression: string) =>
            shop.admin(
                `query ($expression: String!) { efiFraudBackTest(expression: $expression) { __typename
                    ... on EfiFraudBackTest { fired { unlabelled } unknown } ... on ErrorResult { message } } }`,
                { expression },
            );
        expect(await test('disposableMail > 0')).toMatchObject({
            efiFraudBackTest: { fired: { unlabelled: 1 }, unknown: 0 },
        });
        expect(await test('accountAgeDays < 1')).toMatchObject({ efiFraudBackTest: { unknown: 1 } });
        expect(await test('process.exit()')).toMatchObject({
            efiFraudBackTest: { __typename: 'EfiFraudRuleInvalidError' },
        });
        const save = (points: number) =>
            shop.admin<{ saveEfiFraudRule: { version: number } }>(
                `mutation ($points: Float!) { saveEfiFraudRule(input: { code: "mine", name: "Mine", enabled: true,
                    expression: "itemCount > 100", points: $points, atLeast: REVIEW }) {
                    ... on EfiFraudRule { version atLeast } } }`,
                { points },
            );
        expect((await save(1)).saveEfiFraudRule.version).toBe(1);
        expect((await save(2)).saveEfiFraudRule.version).toBe(2);
        expect(
            await shop.admin(
                '{ efiFraudRuleVersions(code: "mine") { version points createdBy name(languageCode: de) } }',
            ),
        ).toEqual({
            efiFraudRuleVersions: [
                { version: 2, points: 2, createdBy: 'superadmin', name: 'Mine' },
                { version: 1, points: 1, createdBy: 'superadmin', name: 'Mine' },
            ],
        });
    });

    it('shows what other thresholds would have done, and how groups fare', async () => {
        await held('preview');
        expect(
            await shop.admin(
                '{ efiFraudPolicyPreview(stepUpFrom: 1, reviewFrom: 1, blockFrom: 1) { verdict orders { unlabelled } } }',
            ),
        ).toMatchObject({
            efiFraudPolicyPreview: [
                { verdict: 'ALLOW', orders: { unlabelled: 0 } },
                { verdict: 'STEP_UP' },
                { verdict: 'REVIEW' },
                { verdict: 'BLOCK', orders: { unlabelled: 1 } },
            ],
        });
        expect(
            await shop.admin(
                '{ efiFraudFairness { byCountry { group orders reviewRate } byAccountAge { group } } }',
            ),
        ).toEqual({
            efiFraudFairness: {
                byCountry: [{ group: 'AT', orders: 1, reviewRate: 1 }],
                byAccountAge: [{ group: 'guest' }],
            },
        });
    });

    it('cuts what is kept off from a customer who asks for it', async () => {
        const { code, decision } = await held('forgotten');
        const [customer] = await shop.sql<{ id: number }>(
            `SELECT id FROM customer WHERE "emailAddress" = 'forgotten@mailinator.com'`,
        );
        expect(
            await shop.admin('mutation ($id: ID!) { eraseEfiFraudData(customerId: $id) }', {
                id: `T_${customer?.id}`,
            }),
        ).toEqual({ eraseEfiFraudData: 1 });
        expect(await shop.decisions(code)).toEqual([]);
        const [row] = await shop.sql<EfiFraudDecision>('SELECT * FROM efi_fraud_decision WHERE id = $1', [
            decision.id,
        ]);
        expect(row).toMatchObject({ orderId: 0, keys: {}, emailKey: null, deviceKey: null, cardKey: null });
    });

    it('lets nobody in without the permission', async () => {
        const { id } = await held('permission');
        await shop.adminClient.asAnonymousUser();
        await expect(shop.admin(ACCEPT, { id })).rejects.toThrow('not currently authorized');
        await expect(shop.admin('{ efiFraudRules { code } }')).rejects.toThrow('not currently authorized');
    });

    it('comes to the same score and reasons for every decision, from what was stored', async () => {
        const { shopper } = await held('replay');
        await shop.setPolicy({ shadow: true });
        await shop.newShopper().toPayment('calm@shop.example');
        for (const token of ['decline/a', 'decline/b', 'decline/c', 'ok/d']) {
            const other = shop.newShopper({ 'efi-device': 'device-replayed' });
            await other.toPayment('replayed@shop.example');
            await other.pay(token);
        }
        // What was in force then counts, not what is now.
        await shop.admin(`mutation { saveEfiFraudRule(input: { code: "throw-away-mail", name: "Throw-away e-mail address",
            expression: "disposableMail > 5", points: 9, enabled: true }) { __typename } }`);
        await shopper.pay();
        const { app } = shop.server;
        const decisions = await app
            .get(TransactionalConnection)
            .rawConnection.getRepository(EfiFraudDecision)
            .find();
        expect(decisions.length).toBeGreaterThanOrEqual(5);
        for (const decision of decisions) {
            expect(await app.get(Replays).of(decision)).toEqual({
                score: decision.score,
                verdict: decision.verdict,
                isSame: true,
            });
        }
    });
}
