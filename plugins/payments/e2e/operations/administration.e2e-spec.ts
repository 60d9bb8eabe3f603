import type { ProviderMovement } from '@efi/payments-plugin';
import { ServerBusyError } from '@efi/plugin-kit';
import { TransactionalConnection } from '@vendure/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { FinishPayment } from '../../src/application/finish-payment';
import { EfiPaymentLedgerEntry } from '../../src/infrastructure/entities/ledger-entry.entity';
import { operatedShop } from './operated-shop';

interface Payment {
    state: string;
    quarantineReason: string | null;
    quarantine: { code: string; there: { value: number }; here: { value: number } } | null;
    money: { value: number; currencyCode: string };
    balances: { captured: number; capturable: number; refundable: number };
    ledger: { kind: string; source: string; money: { value: number } }[];
    operations: { kind: string; state: string }[];
    webhookEvents: { eventId: string; deliveries: number }[];
    reviews: { resolution: string; reason: string; userIdentifier: string; quarantineReason: string }[];
}

const PAYMENT = `
    state quarantineReason quarantine { code there { value } here { value } } money { value currencyCode }
    balances { captured capturable refundable }
    ledger { kind source money { value } }
    operations { kind state }
    webhookEvents { eventId deliveries }
    reviews { resolution reason userIdentifier quarantineReason quarantine { code } }`;

describe('administrators of payments', async () => {
    const shop = await operatedShop();
    const { first } = shop;
    beforeAll(() => shop.start());
    afterAll(() => shop.server.destroy());
    beforeEach(() => first.reset());

    async function payment(id: string): Promise<Payment | null> {
        const { efiPaymentIntent } = await shop.admin<{ efiPaymentIntent: Payment | null }>(
            `query ($id: String!) { efiPaymentIntent(id: $id) { ${PAYMENT} } }`,
            { id },
        );
        return efiPaymentIntent;
    }

    async function decide(
        intentId: string,
        resolution: string,
        reason = 'Looked into it.',
    ): Promise<{ __typename: string; state?: string; message?: string }> {
        const { resolveEfiQuarantinedPayment: result } = await shop.admin<{
            resolveEfiQuarantinedPayment: { __typename: string; state?: string; message?: string };
        }>(
            `mutation ($input: ResolveEfiQuarantinedPaymentInput!) {
                resolveEfiQuarantinedPayment(input: $input) {
                    __typename
                    ... on EfiPaymentIntent { state }
                    ... on EfiQuarantineResolutionError { message }
                } }`,
            { input: { intentId, resolution, reason } },
        );
        return result;
    }

    /** A payment for which the provider holds a cent less than the shopper agreed to. */
    async function quarantined(): Promise<{ code: string; id: string }> {
        const { shopper, code } = await shop.shopper();
        await shopper.pay('card', { token: 'less' });
        return { code, id: (await shop.intent(code)).id };
    }

    /** A paid order, whose provider later tells of another amount. */
    async function recordedAndQuarantined(): Promise<{ code: string; id: string }> {
        const { shopper, code } = await shop.shopper();
        await shopper.pay();
        const { id, providerReference } = await shop.intent(code);
        const movements = first.books.get(id)?.movements ?? [];
        const [authorised] = movements;
        const changed = { ...authorised, money: { amount: 1, currency: 'USD' } } as ProviderMovement;
        movements.splice(0, 1, changed);
        await shop.deliver({
            eventId: `changed-${id}`,
            type: 'payment.changed',
            payment: { providerReference, intentId: id },
        });
        movements.splice(0, 1, authorised as ProviderMovement);
        return { code, id };
    }

    it('see a payment with all that happened to it', async () => {
        const { shopper, code } = await shop.shopper();
        await shopper.pay();
        const { id, providerReference } = await shop.intent(code);
        await shop.deliver({
            eventId: `seen-${id}`,
            type: 'payment.captured',
            payment: { providerReference },
        });
        expect(await payment(id)).toEqual({
            state: 'recorded',
            quarantineReason: null,
            quarantine: null,
            money: { value: 1800, currencyCode: 'USD' },
            balances: { captured: 1800, capturable: 0, refundable: 1800 },
            ledger: [
                { kind: 'authorised', source: 'response', money: { value: 1800 } },
                { kind: 'captured', source: 'response', money: { value: 1800 } },
            ],
            operations: [
                { kind: 'authorise', state: 'succeeded' },
                { kind: 'capture', state: 'succeeded' },
            ],
            webhookEvents: [{ eventId: `seen-${id}`, deliveries: 1 }],
            reviews: [],
        });
        expect(await payment('no-uuid')).toBeNull();
    });

    it('filter, sort and page payments', async () => {
        const { code } = await quarantined();
        const { efiPaymentIntents } = await shop.admin<{
            efiPaymentIntents: { totalItems: number; items: { orderCode: string; gateway: string }[] };
        }>(
            `query ($options: EfiPaymentIntentListOptions) { efiPaymentIntents(options: $options) {
                totalItems items { orderCode gateway } } }`,
            {
                options: {
                    take: 1,
                    sort: { createdAt: 'DESC' },
                    filter: {
                        state: { eq: 'quarantined' },
                        gateway: { eq: 'first' },
                        orderCode: { contains: code },
                    },
                },
            },
        );
        expect(efiPaymentIntents).toEqual({ totalItems: 1, items: [{ orderCode: code, gateway: 'first' }] });
    });

    it('read the balances of a whole list by one query', async () => {
        const reads = vi.spyOn(shop.server.app.get(TransactionalConnection), 'getRepository');
        const { efiPaymentIntents } = await shop.admin<{
            efiPaymentIntents: { items: { balances: { captured: number } }[] };
        }>('{ efiPaymentIntents { items { balances { captured } ledger { kind } } } }');
        expect(efiPaymentIntents.items.length).toBeGreaterThan(1);
        const entities: unknown[] = reads.mock.calls.map(args => args.at(-1));
        reads.mockRestore();
        expect(entities.filter(entity => entity === EfiPaymentLedgerEntry)).toHaveLength(1);
    });

    it('give the money of a quarantined payment back, and who, when and why is kept', async () => {
        const { code, id } = await quarantined();
        const { quarantineReason: reason, quarantine } = (await payment(id)) ?? {};
        expect(reason).toContain('17.99 USD');
        expect(quarantine).toEqual({
            code: 'other-amount',
            there: { value: 1799 },
            here: { value: 1800 },
        });
        await expect(decide(id, 'RETURN', ' ')).rejects.toThrow('Give a reason');
        expect(await decide(id, 'RETURN', 'A cent is missing.')).toEqual({
            __typename: 'EfiPaymentIntent',
            state: 'voided',
        });
        expect(first.charged).toEqual([]);
        expect(await shop.orderState(code)).toBe('ArrangingPayment');
        expect((await payment(id))?.reviews).toEqual([
            {
                resolution: 'RETURN',
                reason: 'A cent is missing.',
                userIdentifier: 'superadmin',
                quarantineReason: reason,
                quarantine: { code: 'other-amount' },
            },
        ]);
        expect(await decide(id, 'DISMISS')).toMatchObject({
            __typename: 'EfiQuarantineResolutionError',
            message: 'The payment is not in quarantine, its state is: voided',
        });
    });

    it('accept a payment that an order has: it stays', async () => {
        const { code, id } = await recordedAndQuarantined();
        expect((await payment(id))?.state).toBe('quarantined');
        expect(await decide(id, 'RETURN')).toMatchObject({ __typename: 'EfiQuarantineResolutionError' });
        expect(await decide(id, 'ACCEPT')).toMatchObject({ state: 'recorded' });
        expect(await shop.orderState(code)).toBe('PaymentSettled');
    });

    it('accept another amount than agreed: the order has the last word, and the money goes back', async () => {
        const { id } = await quarantined();
        expect(await decide(id, 'ACCEPT')).toMatchObject({ state: 'voided' });
        expect(await payment(id)).toMatchObject({ money: { value: 1799 } });
        expect(first.charged).toEqual([]);
    });

    it('are told of their decision also when the step that follows has to wait', async () => {
        const { id } = await quarantined();
        const finishing = shop.server.app.get(FinishPayment);
        vi.spyOn(finishing, 'run').mockRejectedValueOnce(new ServerBusyError());
        expect(await decide(id, 'RETURN')).toEqual({ __typename: 'EfiPaymentIntent', state: 'returning' });
        await finishing.run(id);
        expect(await payment(id)).toMatchObject({ state: 'voided', reviews: [{ resolution: 'RETURN' }] });
    });

    it('dismiss what was dealt with elsewhere, and nothing moves it again', async () => {
        const { id } = await quarantined();
        const { providerReference } = first.books.get(id) ?? { providerReference: '' };
        expect(await decide(id, 'DISMISS', 'Paid back by hand.')).toMatchObject({ state: 'dismissed' });
        const event = { type: 'payment.x', payment: { providerReference, intentId: id } };
        expect(await shop.deliver({ ...event, eventId: `dismissed-${id}` })).toBe(200);
        expect(await payment(id)).toMatchObject({ state: 'dismissed', operations: [{ kind: 'authorise' }] });
        expect(first.charged).toHaveLength(1);
    });

    it('decide once, however many decide at the same time', async () => {
        const { id } = await quarantined();
        const results = await Promise.all(
            ['RETURN', 'DISMISS', 'RETURN', 'DISMISS'].map(resolution => decide(id, resolution)),
        );
        expect(results.filter(result => result.__typename === 'EfiPaymentIntent')).toHaveLength(1);
        expect((await payment(id))?.reviews).toHaveLength(1);
    });

    it('have a payment looked at again at once', async () => {
        const { shopper, code } = await shop.shopper();
        await shopper.pay('card', { token: '3ds' });
        const { id } = await shop.intent(code);
        first.complete(id);
        const { retryEfiPayment } = await shop.admin<{ retryEfiPayment: { state: string } }>(
            'mutation ($id: String!) { retryEfiPayment(intentId: $id) { state } }',
            { id },
        );
        expect(retryEfiPayment.state).toBe('recorded');
        expect(await shop.orderState(code)).toBe('PaymentSettled');
    });

    describe('of one channel', () => {
        beforeAll(async () => {
            const { createChannel } = await shop.admin<{ createChannel: { id: string } }>(
                `mutation { createChannel(input: { code: "other", token: "other", defaultLanguageCode: en,
                    pricesIncludeTax: false, defaultCurrencyCode: USD, defaultTaxZoneId: "T_1",
                    defaultShippingZoneId: "T_1" }) { ... on Channel { id } } }`,
            );
            const { createRole } = await shop.admin<{ createRole: { id: string } }>(
                `mutation ($channels: [ID!]!) { createRole(input: { code: "clerk", description: "Clerk",
                    permissions: [ReadEfiPayments], channelIds: $channels }) { id } }`,
                { channels: [createChannel.id] },
            );
            await shop.admin(
                `mutation ($roles: [ID!]!) { createAdministrator(input: { firstName: "C", lastName: "K",
                    emailAddress: "clerk@shop.example", password: "clerk", roleIds: $roles }) { id } }`,
                { roles: [createRole.id] },
            );
            await shop.adminClient.asUserWithCredentials('clerk@shop.example', 'clerk');
            shop.adminClient.setChannelToken('other');
        });
        afterAll(async () => {
            shop.adminClient.setChannelToken('e2e-default-channel');
            await shop.adminClient.asSuperAdmin();
        });

        it('see only its payments', async () => {
            const [elsewhere] = await shop.sql<{ id: string }>('SELECT id FROM efi_payment_intent LIMIT 1');
            expect(await payment(elsewhere?.id ?? '')).toBeNull();
            const list = () => shop.admin('{ efiPaymentIntents { totalItems } }');
            expect(await list()).toEqual({ efiPaymentIntents: { totalItems: 0 } });
            await shop.sql(`UPDATE efi_payment_intent SET "channelId" = 2 WHERE id = $1`, [elsewhere?.id]);
            expect(await list()).toEqual({ efiPaymentIntents: { totalItems: 1 } });
        });

        it('see no reconciliation, and decide nothing without the permission', async () => {
            await expect(shop.admin('{ efiReconciliations { totalItems } }')).rejects.toThrow(
                'not currently authorized',
            );
            await expect(shop.admin('{ efiDiscrepancies { totalItems } }')).rejects.toThrow(
                'not currently authorized',
            );
            await expect(decide('00000000-0000-0000-0000-000000000000', 'DISMISS')).rejects.toThrow(
                'not currently authorized',
            );
        });
    });
});
