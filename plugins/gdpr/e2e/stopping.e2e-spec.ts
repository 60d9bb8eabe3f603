import { ActRecorder, behaviourMigrations, BehaviourPlugin } from '@efi/behaviour-plugin';
import { gdprMigrations, GdprPlugin } from '@efi/gdpr-plugin';
import { consentCheck, consentPurposes } from '@efi/plugin-kit';
import { testShop } from '@efi/plugin-kit/testing';
import { TransactionalConnection } from '@vendure/core';
import { parse } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

interface Answer {
    readonly data?: Record<string, Record<string, unknown>> | null;
}

describe('who asks the shop to stop', async () => {
    const shop = await testShop({
        plugins: [
            GdprPlugin.init({ secret: 's'.repeat(32) }),
            BehaviourPlugin.init({ flushIntervalMs: 60_000 }),
        ],
        migrations: [...gdprMigrations, ...behaviourMigrations],
        customerCount: 4,
    });
    const { sql } = shop;
    let people: { id: number; emailAddress: string }[] = [];
    let next = 0;
    let person = { id: 0, emailAddress: '' };
    let token = '';

    /** A browser in which everything was agreed to. */
    const ask = async (query: string) => {
        const { port, shopApiPath } = shop.config.apiOptions;
        const response = await fetch(`http://localhost:${port}/${shopApiPath}`, {
            method: 'POST',
            headers: {
                'content-type': 'application/json',
                'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/147.0.0.0 Safari/537.36',
                'efi-visit': 'visit-of-somebody-who-objects',
                'efi-consent': consentPurposes.join(' '),
                ...(token && { authorization: `Bearer ${token}` }),
            },
            body: JSON.stringify({ query }),
        });
        token = response.headers.get('vendure-auth-token') ?? token;
        return ((await response.json()) as Answer).data;
    };
    const request = async (kind: string) => {
        const data = await ask(`mutation { requestEfiPrivacy(input: { kind: ${kind}, password: "test" }) {
            ... on EfiPrivacyRequest { id state } } }`);
        expect(data?.['requestEfiPrivacy']).toMatchObject({ state: 'VERIFIED' });
        return String(data?.['requestEfiPrivacy']?.['id']);
    };
    const agree = async () => {
        const [{ max = 0 } = {}] = await sql<{ max: number }>(
            'SELECT max(version) FROM efi_gdpr_consent_text',
        );
        await ask(`mutation { decideEfiConsent(input: { purposes: [ANALYTICS, PERSONALISATION],
            textVersion: ${max}, place: ACCOUNT }) { purposes } }`);
    };
    const agrees = async () => {
        const { rawConnection } = shop.server.app.get(TransactionalConnection);
        const agreed = await consentCheck(rawConnection).consenting([person.id], 'personalisation');
        return agreed.size === 1;
    };
    /** What is kept of them, after one thing more. */
    const keptAfterSearch = async () => {
        await ask('mutation { recordEfiBehaviour(input: [{ searched: { term: "lamp", resultCount: 1 } }]) }');
        await shop.server.app.get(ActRecorder).settle();
        return (await sql('SELECT FROM efi_behaviour_event WHERE "customerId" = $1', [person.id])).length;
    };
    const withSession = async () => {
        await shop.server.app.get(ActRecorder).settle();
        return (await sql('SELECT FROM efi_behaviour_event WHERE session IS NOT NULL')).length;
    };

    beforeAll(async () => {
        await shop.start();
        people = await sql('SELECT id, "emailAddress" FROM customer ORDER BY id');
    });
    afterAll(() => shop.stop());
    beforeEach(async () => {
        person = people[next++] ?? person;
        token = '';
        await ask(`mutation { login(username: "${person.emailAddress}", password: "test") { __typename } }`);
        await agree();
        expect(await keptAfterSearch()).toBe(1);
    });

    it.each(['OBJECTION', 'OPT_OUT'])(
        'by a request of the kind %s has agreed to nothing any more, and what was kept is gone',
        async kind => {
            await request(kind);
            expect(await agrees()).toBe(false);
            const before = await withSession();
            expect(await keptAfterSearch()).toBe(0);
            expect(await withSession()).toBe(before);
            expect(
                await sql(
                    `SELECT purpose, agreed FROM efi_gdpr_consent
                      WHERE "customerId" = $1 AND "endedAt" IS NULL AND method = 'objection' ORDER BY purpose`,
                    [person.id],
                ),
            ).toEqual(['analytics', 'personalisation'].map(purpose => ({ purpose, agreed: false })));
            // What they agree to afterwards is their will.
            await agree();
            expect(await agrees()).toBe(true);
        },
    );

    it('by letter is heard once staff have seen who it is', async () => {
        const act = (text: string) =>
            shop.adminClient.query<{ request: { id: string; state: string } }>(
                parse(`mutation { request: ${text} { ... on EfiPrivacyRequest { id state } } }`),
            );
        const { request: opened } = await act(
            `openEfiPrivacyRequest(input: { kind: OBJECTION, customerId: "T_${person.id}" })`,
        );
        expect(await agrees()).toBe(true);
        await act(`verifyEfiPrivacyRequest(id: "${opened.id}")`);
        expect(await agrees()).toBe(false);
    });

    it('for a while keeps what there is, and nothing is added or used until it is cleared up', async () => {
        const id = await request('RESTRICTION');
        expect(await agrees()).toBe(false);
        const before = await withSession();
        expect(await keptAfterSearch()).toBe(1);
        expect(await withSession()).toBe(before);
        // Nor does it go by itself when its time is over.
        await sql(
            `INSERT INTO "order" (code, state, active, "customerId", "updatedAt", "couponCodes", "shippingAddress",
                 "billingAddress", "currencyCode", "subTotal", "subTotalWithTax", type)
             VALUES ('cold', 'AddingItems', true, $1, now() - interval '31 days', '', '{"city":"Wien"}', '{}', 'EUR',
                 0, 0, 'Regular')`,
            [person.id],
        );
        const dueCarts = async () => {
            const { runEfiRetention } = await shop.adminClient.query<{
                runEfiRetention: { rule: string; due: number }[];
            }>(parse('mutation { runEfiRetention(dryRun: true) { rule due } }'));
            return runEfiRetention.find(({ rule }) => rule === 'carts')?.due;
        };
        expect(await dueCarts()).toBe(0);

        await shop.adminClient.query(
            parse(`mutation { completeEfiPrivacyRequest(id: "${id}") { __typename } }`),
        );
        expect(await agrees()).toBe(true);
        expect(await keptAfterSearch()).toBe(2);
        expect(await dueCarts()).toBe(1);
    });
});
