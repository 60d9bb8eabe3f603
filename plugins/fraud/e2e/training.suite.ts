import { TransactionalConnection } from '@vendure/core';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EfiFraudDecision } from '../src/infrastructure/entities/fraud-decision.entity';
import { Replays } from '../src/infrastructure/reviews/replays';
import { TrainFraudModel } from '../src/infrastructure/training/train-fraud-model';
import { tradeWithFrauds } from './past-decisions';
import type { ScreenedShop } from './screened-shop';

interface Job {
    readonly id: string;
    readonly state: string;
    readonly progress: number;
    readonly isSettled: boolean;
    readonly result: { readonly trained: boolean; readonly promoted?: boolean; readonly reason: string };
}
interface Model {
    readonly id: string;
    readonly state: string;
    readonly reason: string;
    readonly decidedBy: string | null;
    readonly isKept: boolean;
}

const WORKER = path.join(__dirname, 'worker.mjs');
/** Two trainings at most, on a busy machine. */
const PATIENCE = 120_000;
const MODELS = '{ efiFraudModels { id state reason decidedBy isKept } }';
const ESTIMATE = '{ value from to }';
const PERFORMANCE = `{ prAuc ${ESTIMATE} recallAt1 ${ESTIMATE} brier ${ESTIMATE} calibrationError ${ESTIMATE} }`;
const GROUPS = `{ group goodOrders stopped rate ${ESTIMATE} differs }`;

export function trainingSuite(shop: ScreenedShop): void {
    let worker: ChildProcess;
    beforeAll(async () => {
        await shop.forget();
        await shop.setPolicy({ shadow: true });
        await shop.adminClient.asSuperAdmin();
        const { options } = shop.server.app.get(TransactionalConnection).rawConnection;
        worker = spawn(process.execPath, [WORKER, 'url' in options ? String(options.url) : ''], {
            stdio: 'inherit',
        });
    });
    afterAll(async () => {
        worker.kill();
        await once(worker, 'exit');
    });

    const training = async () =>
        (
            await shop.admin<{ efiFraudTraining: Job | null }>(
                '{ efiFraudTraining { id state progress isSettled result } }',
            )
        ).efiFraudTraining;
    const models = async () => (await shop.admin<{ efiFraudModels: Model[] }>(MODELS)).efiFraudModels;
    const train = async () => {
        const { trainEfiFraudModel: job } = await shop.admin<{ trainEfiFraudModel: Job }>(
            'mutation { trainEfiFraudModel { id } }',
        );
        await expect
            .poll(training, { timeout: PATIENCE, interval: 100 })
            .toMatchObject({ id: job.id, isSettled: true });
        return training();
    };
    const checkout = async (name: string) => {
        const shopper = shop.newShopper({ 'efi-device': `device-of-${name}` });
        const code = await shopper.toPayment(`${name}@shop.example`);
        await shopper.pay('ok');
        const { rawConnection } = shop.server.app.get(TransactionalConnection);
        const decision = await rawConnection
            .getRepository(EfiFraudDecision)
            .findOneByOrFail({ orderCode: code });
        return { decision, replay: await shop.server.app.get(Replays).of(decision) };
    };
    const putInPlace = (id: string, reason: string) =>
        shop.admin(
            `mutation ($id: ID!, $reason: String!) { putEfiFraudModelInPlace(id: $id, reason: $reason) { __typename
                ... on EfiFraudModel { state reason decidedBy } ... on ErrorResult { message } } }`,
            { id, reason },
        );

    it(
        'says in words that there are too few labels, and makes no model of them',
        async () => {
            expect(await train()).toMatchObject({
                state: 'COMPLETED',
                result: { trained: false, reason: expect.stringMatching(/^Too few labels: /) as string },
            });
            expect(await models()).toEqual([]);
            expect(await shop.server.app.get(TrainFraudModel).reasonToWait()).toMatch(
                /^0 frauds have become/,
            );
        },
        PATIENCE,
    );

    it(
        'can be taken back',
        async () => {
            await shop.admin('mutation { trainEfiFraudModel { id } }');
            await shop.admin('mutation { cancelEfiFraudTraining { id } }');
            await expect.poll(training).toMatchObject({ isSettled: true });
            expect(await shop.admin('mutation { cancelEfiFraudTraining { id } }')).toEqual({
                cancelEfiFraudTraining: null,
            });
        },
        PATIENCE,
    );

    it(
        'learns from labelled decisions in the worker, and puts what is better than the rules in place',
        async () => {
            await tradeWithFrauds(shop, 3_000, 160);
            expect(await shop.server.app.get(TrainFraudModel).reasonToWait()).toBeUndefined();
            expect(await train()).toMatchObject({
                state: 'COMPLETED',
                progress: 100,
                result: { trained: true, promoted: true },
            });
            const [model] = await models();
            expect(model).toMatchObject({ state: 'IN_PLACE', decidedBy: null, isKept: true });
            expect(model?.reason).toMatch(/^Better than rules alone: PR-AUC/);
            expect(await shop.server.app.get(TrainFraudModel).reasonToWait()).toMatch(
                /^0 frauds have become/,
            );
        },
        PATIENCE,
    );

    it('shows the card with its figures', async () => {
        const { efiFraudModels } = await shop.admin<{ efiFraudModels: [{ card: Card }] }>(
            `{ efiFraudModels(take: 1) { card { kind learnedFrom { from to attempts frauds }
                measuredOn { from to attempts frauds } labelDelayDays model ${PERFORMANCE} rulesAlone ${PERFORMANCE}
                inPlace ${PERFORMANCE} chancePrAuc chanceRecallAt1 overRules ${ESTIMATE} overInPlace ${ESTIMATE}
                calibration { from to attempts said was } drift { feature label psi } byCountry ${GROUPS}
                byAccountAge ${GROUPS} } } }`,
        );
        const { card } = efiFraudModels[0];
        expect(card).toMatchObject({ labelDelayDays: 45, inPlace: null, overInPlace: null });
        expect(card.learnedFrom.frauds).toBeGreaterThanOrEqual(50);
        expect(card.measuredOn.from >= card.learnedFrom.to).toBe(true);
        expect(card.model.prAuc.value).toBeGreaterThan(card.rulesAlone.prAuc.value);
        expect(card.calibration.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(
            card.measuredOn.attempts,
        );
        expect(card.drift[0]?.label).toMatch(/\w/);
        expect(card.byAccountAge.map(({ group }) => group)).toContain('guest');
        expect(JSON.stringify(card)).not.toContain('@');
    });

    it('scores the next checkout by it, with reasons, and comes to the same score from what was stored', async () => {
        const [model] = await models();
        const { decision, replay } = await checkout('next');
        expect(decision.modelId).toBe(Number(model?.id.slice(2)));
        expect(decision.factors.some(({ code }) => code.startsWith('feature:'))).toBe(true);
        expect(decision.factors[0]?.text.fr).not.toBe('');
        expect(replay).toEqual({ score: decision.score, verdict: decision.verdict, isSame: true });
    });

    it(
        'does not promote a worse one; a person may, and may go back, with a reason',
        async () => {
            const before = await checkout('before');
            // Whoever learns from these learns nothing: all that is known is the hour.
            await shop.sql(`UPDATE efi_fraud_decision SET features = jsonb_build_object('hourOfDay', features->'hourOfDay')
            WHERE "createdAt" < now() - interval '90 days'`);
            expect(await train()).toMatchObject({ result: { trained: true, promoted: false } });
            const [worse, better] = await models();
            expect(worse).toMatchObject({ state: 'REJECTED' });
            expect(worse?.reason).toMatch(/^Not better than /);
            expect(better).toMatchObject({ state: 'IN_PLACE' });

            expect(await putInPlace(worse?.id ?? '', ' ')).toMatchObject({
                putEfiFraudModelInPlace: { message: 'Give a reason, for those who look at this later' },
            });
            expect(await putInPlace(better?.id ?? '', 'Again')).toMatchObject({
                putEfiFraudModelInPlace: { __typename: 'EfiFraudModelRefusedError' },
            });
            expect(await putInPlace(worse?.id ?? '', 'To look at it')).toEqual({
                putEfiFraudModelInPlace: {
                    __typename: 'EfiFraudModel',
                    state: 'IN_PLACE',
                    reason: 'To look at it',
                    decidedBy: 'superadmin',
                },
            });
            expect((await models()).map(({ state }) => state)).toEqual(['IN_PLACE', 'RETIRED']);
            // The one before goes on until the other has been read.
            await expect
                .poll(async () => (await checkout('after')).decision.modelId)
                .toBe(Number(worse?.id.slice(2)));
            expect(before.decision.modelId).toBe(Number(better?.id.slice(2)));
            expect((await shop.server.app.get(Replays).of(before.decision)).isSame).toBe(true);
            expect(await putInPlace(better?.id ?? '', 'It was better')).toMatchObject({
                putEfiFraudModelInPlace: { state: 'IN_PLACE' },
            });
        },
        PATIENCE,
    );

    it('lets nobody train, cancel or choose without the permission', async () => {
        await shop.adminClient.asAnonymousUser();
        for (const document of [
            '{ efiFraudModels { id } }',
            '{ efiFraudTraining { id } }',
            'mutation { trainEfiFraudModel { id } }',
            'mutation { cancelEfiFraudTraining { id } }',
            'mutation { putEfiFraudModelInPlace(id: "T_1", reason: "x") { __typename } }',
        ]) {
            await expect(shop.admin(document)).rejects.toThrow('not currently authorized');
        }
    });
}

interface Card {
    readonly learnedFrom: { readonly to: string; readonly frauds: number };
    readonly measuredOn: { readonly from: string; readonly attempts: number };
    readonly model: { readonly prAuc: { readonly value: number } };
    readonly rulesAlone: { readonly prAuc: { readonly value: number } };
    readonly calibration: ReadonlyArray<{ readonly attempts: number }>;
    readonly drift: ReadonlyArray<{ readonly label: string }>;
    readonly byAccountAge: ReadonlyArray<{ readonly group: string }>;
}
