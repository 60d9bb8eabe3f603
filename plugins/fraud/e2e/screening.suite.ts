import { paymentScreening } from '@efi/plugin-kit';
import {
    Customer,
    Order,
    RequestContext,
    RequestContextService,
    TransactionalConnection,
} from '@vendure/core';
import type { Request } from 'express';
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { featureNames } from '../src/domain/features';
import { defaultPolicy } from '../src/domain/policy';
import { FraudScreener } from '../src/infrastructure/screening/fraud-screener';
import { PoliciesInForce, READ_POLICIES } from '../src/infrastructure/settings/policies-in-force';
import type { ScreenedShop } from './screened-shop';

const ENFORCED = { shadow: false };

export function screeningSuite(shop: ScreenedShop): void {
    const { gateway } = shop;
    beforeEach(async () => {
        gateway.reset();
        await shop.forget();
        await shop.setPolicy(ENFORCED);
    });

    it('lets an ordinary order through, and keeps the decision with its explanation', async () => {
        const shopper = shop.newShopper({ 'efi-device': 'device-of-ada' });
        const code = await shopper.toPayment('ada@shop.example');
        expect(await shopper.pay('ok/c1')).toMatchObject({ __typename: 'Order', state: 'PaymentSettled' });
        const [decision] = await shop.decisions(code);
        expect(decision).toMatchObject({
            basis: 'scored',
            verdict: 'allow',
            applied: 'allow',
            outcome: 'authorised',
        });
        expect(decision?.score).toBeLessThan(5);
        expect(decision?.factors[0]?.text).toHaveProperty('de');
        expect(decision?.features).toMatchObject({
            attemptsByEmail10m: 1,
            attemptsByDevice7d: 1,
            declinesByNetwork10m: 0,
            isGuest: 1,
            itemCount: 1,
            billingShippingDistance: 0,
        });
        expect(decision?.features).not.toHaveProperty('accountAgeDays');
        expect(featureNames).toEqual(expect.arrayContaining(Object.keys(decision?.features ?? {})));
        expect(decision?.cardKey).toMatch(/^[\w-]{22}$/);
        expect(JSON.stringify(decision)).not.toContain('ada@');
    });

    it('adds at most three statements to a checkout', async () => {
        const shopper = shop.newShopper({ 'efi-device': 'device-of-bob' });
        await shopper.toPayment('bob@shop.example');
        await shopper.pay('decline/c1');
        shop.statements.seen.length = 0;
        expect(await shopper.pay('ok/c2')).toMatchObject({ state: 'PaymentSettled' });
        const own = shop.statements.seen.filter(
            // Beside all requests, every ten seconds.
            statement => statement.includes('efi_fraud_') && statement !== READ_POLICIES,
        );
        expect(own.length).toBeGreaterThan(0);
        expect(own.length).toBeLessThanOrEqual(3);
    });

    it('counts attempts at the same time exactly, and loses none', async () => {
        const shoppers = await Promise.all(
            Array.from({ length: 5 }, async (_, index) => {
                const shopper = shop.newShopper({ 'efi-device': `device-number-${index}` });
                await shopper.toPayment(`many${index}@shop.example`, 1, 'The same house 1');
                return shopper;
            }),
        );
        await Promise.all(shoppers.map(shopper => shopper.pay('ok')));
        const rows = await shop.sql<{ n: number }>(
            `SELECT (features->>'attemptsByAddress10m')::int AS n FROM efi_fraud_decision ORDER BY n`,
        );
        expect(rows.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5]);
    });

    it('only watches in shadow mode, and says what it would have done', async () => {
        await shop.setPolicy({ shadow: true, stepUpFrom: 1, reviewFrom: 1, blockFrom: 1 });
        await shop.sql(`UPDATE efi_fraud_rule SET enabled = true`);
        const shopper = shop.newShopper({ 'efi-device': 'device-of-eve1' });
        const code = await shopper.toPayment('eve@mailinator.com');
        expect(await shopper.pay('ok')).toMatchObject({ state: 'PaymentSettled' });
        expect(await shop.decisions(code)).toMatchObject([{ verdict: 'block', applied: 'allow' }]);
    });

    it('has the cardholder prove who they are, and takes the money then', async () => {
        await shop.setPolicy({ ...ENFORCED, stepUpFrom: 1, reviewFrom: 99, blockFrom: 100 });
        const shopper = shop.newShopper();
        const code = await shopper.toPayment('step@mailinator.com');
        const asked = await shopper.pay('ok');
        expect(asked).toMatchObject({ __typename: 'EfiPaymentActionRequiredError' });
        gateway.complete(asked.intentId ?? '');
        expect(await shopper.pay()).toMatchObject({ code, state: 'PaymentSettled' });
        expect(await shop.decisions(code)).toMatchObject([{ applied: 'step-up', outcome: 'authorised' }]);
    });

    it('stops whoever tries cards on one order within five tries, and tells them nothing', async () => {
        const shopper = shop.newShopper();
        await shopper.toPayment('tester@shop.example');
        const answers = [];
        for (let attempt = 0; attempt < 50; attempt++) {
            answers.push(await shopper.pay(`decline/stolen${attempt}`));
        }
        expect(gateway.authorised).toBeLessThanOrEqual(5);
        expect(answers.every(({ __typename }) => __typename === 'PaymentDeclinedError')).toBe(true);
        expect(answers.at(-1)?.paymentErrorMessage).not.toMatch(/fraud|block|risk|suspicious/i);
    });

    it('stops whoever changes e-mail, order and device with each card, by their network', async () => {
        for (let attempt = 0; attempt < 8; attempt++) {
            const shopper = shop.newShopper({
                'efi-device': `fresh-device-${attempt}`,
                'x-forwarded-for': `203.0.113.${attempt + 1}`,
            });
            await shopper.toPayment(`new${attempt}@shop.example`, 1, `${attempt} Elsewhere`);
            await shopper.pay(`decline/stolen${attempt}`);
        }
        expect(gateway.authorised).toBeLessThanOrEqual(5);
    });

    it('stops none of 500 good orders of a sale’s first minutes, behind three networks', async () => {
        const { app } = shop.server;
        const screening = paymentScreening(app.get(TransactionalConnection).rawConnection);
        const ctx = await app.get(RequestContextService).create({ apiType: 'shop' });
        const buy = async (index: number): Promise<string> => {
            const intentId = randomUUID();
            const { decision } = await screening.screen(from(ctx, index), {
                intentId,
                order: orderOf(index),
                money: { amount: 1_800 + index, currency: 'USD' },
                gateway: gateway.name,
                canStepUp: true,
                isCapturedAtOnce: true,
            });
            // One in ten mistypes.
            const kind = index % 10 === 0 ? 'declined' : 'authorised';
            await screening.report({ intentId, kind, card: { fingerprint: `c${index}` } });
            return decision;
        };
        const results: string[] = [];
        const queue = Array.from({ length: 500 }, (_, index) => index);
        await Promise.all(
            Array.from({ length: 8 }, async () => {
                for (let index = queue.shift(); index !== undefined; index = queue.shift()) {
                    results.push(await buy(index));
                }
            }),
        );
        expect(results).toEqual(Array.from({ length: 500 }, () => 'allow'));
        const kept = await shop.sql<{ applied: string; basis: string; n: number }>(
            'SELECT applied, basis, count(*)::int AS n FROM efi_fraud_decision GROUP BY 1, 2',
        );
        expect(kept).toEqual([{ applied: 'allow', basis: 'scored', n: 500 }]);
    });

    describe('when it can’t score', () => {
        const lockedOut = async (work: () => Promise<void>): Promise<void> => {
            const runner = shop.server.app.get(TransactionalConnection).rawConnection.createQueryRunner();
            await runner.startTransaction();
            await runner.query('LOCK TABLE efi_fraud_velocity IN ACCESS EXCLUSIVE MODE');
            try {
                await work();
            } finally {
                await runner.rollbackTransaction();
                await runner.release();
            }
        };

        /** Nothing but these tests has payments read it again. */
        const inForce = (policy: object) =>
            expect.poll(() => shop.server.app.get(PoliciesInForce).of(1)).toMatchObject(policy);

        it('lets the policy that staff have just set decide about the amount: a small one goes through', async () => {
            const { setEfiFraudPolicy } = await shop.admin(
                `mutation ($input: EfiFraudPolicyInput!) { setEfiFraudPolicy(input: $input) { __typename } }`,
                {
                    input: {
                        ...defaultPolicy,
                        ...ENFORCED,
                        unscoredAllowUpTo: 5_000,
                        unscoredAbove: 'BLOCK',
                    },
                },
            );
            expect(setEfiFraudPolicy).toEqual({ __typename: 'EfiFraudPolicy' });
            await inForce({ unscoredAllowUpTo: 5_000, unscoredAbove: 'block' });
            const shopper = shop.newShopper();
            const code = await shopper.toPayment('late@shop.example');
            let settled: Promise<unknown> | undefined;
            await lockedOut(async () => {
                const screening = paymentScreening(
                    shop.server.app.get(TransactionalConnection).rawConnection,
                );
                screening.setScreener(shop.server.app.get(FraudScreener), 50);
                const paying = shopper.pay('ok');
                await expect.poll(() => shop.decisions(code)).toHaveLength(1);
                expect(await shop.decisions(code)).toMatchObject([
                    { basis: 'late', score: null, probability: null, verdict: 'allow', applied: 'allow' },
                ]);
                settled = paying.finally(() =>
                    screening.setScreener(shop.server.app.get(FraudScreener), 30_000),
                );
            });
            expect(await settled).toMatchObject({ state: 'PaymentSettled' });
            expect(await shop.decisions(code)).toMatchObject([{ basis: 'late' }]);
        });

        it('lets the policy that another process has set decide about the amount: a large one is held', async () => {
            const policy = { ...ENFORCED, unscoredAllowUpTo: 100, unscoredAbove: 'review' };
            await shop.setPolicy(policy);
            await inForce(policy);
            await shop.sql('ALTER TABLE efi_fraud_velocity RENAME TO efi_fraud_away');
            try {
                const shopper = shop.newShopper();
                const code = await shopper.toPayment('failed@shop.example');
                expect(await shopper.pay('ok')).toMatchObject({ state: 'PaymentAuthorized' });
                expect(await shop.decisions(code)).toMatchObject([
                    {
                        basis: 'failed',
                        score: null,
                        verdict: 'review',
                        applied: 'review',
                        reviewState: 'open',
                    },
                ]);
            } finally {
                await shop.sql('ALTER TABLE efi_fraud_away RENAME TO efi_fraud_velocity');
            }
        });
    });

    it('goes by the amount when the model in place can’t be read', async () => {
        await shop.sql(`INSERT INTO efi_fraud_model (state, reason, card, artefact)
            VALUES ('IN_PLACE', 'test', '{}', '{"version": 0}')`);
        try {
            const shopper = shop.newShopper();
            const code = await shopper.toPayment('nomodel@shop.example');
            expect(await shopper.pay('ok')).toMatchObject({ state: 'PaymentSettled' });
            expect(await shop.decisions(code)).toMatchObject([{ basis: 'failed', verdict: 'allow' }]);
        } finally {
            await shop.sql('DELETE FROM efi_fraud_model');
        }
    });

    it('keeps no decision without its explanation', async () => {
        await shop.newShopper().toPayment('constraint@shop.example');
        await expect(
            shop.sql(`INSERT INTO efi_fraud_decision ("intentId", "channelId", "orderId", "orderCode", amount, currency,
                basis, verdict, applied, factors, features, rules, fired, policy, keys, "isCapturedAtOnce", "couponCodes")
                VALUES (gen_random_uuid(), 1, 1, 'X', 1, 'USD', 'scored', 'allow', 'allow', '[]', '{}', '[]', '[]', '{}',
                '{}', true, '{}')`),
        ).rejects.toThrow('ck_efi_fraud_decision_explained');
    });
}

function orderOf(index: number): Order {
    const address = { streetLine1: `${index} Main Road`, postalCode: '1010', countryCode: 'AT' };
    return new Order({
        id: 100_000 + index,
        code: `RUSH${index}`,
        couponCodes: [],
        customer: new Customer({ emailAddress: `buyer.${index}@shop.example` }),
        shippingAddress: address,
        billingAddress: address,
    });
}

/** The shopper's request: their own device, and one of three networks. */
function from(ctx: RequestContext, index: number): RequestContext {
    const req = {
        ip: `198.51.${100 + (index % 3)}.${index % 250}`,
        headers: { 'efi-device': `phone-of-${index}` },
    };
    return new RequestContext({
        apiType: 'shop',
        channel: ctx.channel,
        languageCode: ctx.languageCode,
        isAuthorized: true,
        authorizedAsOwnerOnly: true,
        session: undefined,
        req: req as unknown as Request,
    });
}
