import { behaviourMigrations, BehaviourPlugin } from '@efi/behaviour-plugin';
import { gdprMigrations, GdprPlugin } from '@efi/gdpr-plugin';
import { type AuditAct, ConsentChangedEvent, consentCheck, setAuditTrail } from '@efi/plugin-kit';
import { testShop } from '@efi/plugin-kit/testing';
import { restApiMigrations, RestApiPlugin } from '@efi/rest-api-plugin';
import { EventBus, TransactionalConnection } from '@vendure/core';
import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { processorsSuite } from './processors.suite';
import { retentionSuite } from './retention.suite';

interface Decision {
    readonly purposes: string[];
    readonly method: string;
    readonly receipt: string;
}
interface Answer<Data> {
    readonly data: Data | null;
    readonly errors?: readonly { readonly message: string }[];
}
interface Held {
    readonly purpose: string;
    readonly agreed: boolean;
    readonly method: string;
    readonly textVersion: number;
    readonly endedAt: string | null;
}

const acts: AuditAct[] = [];

describe('consent', async () => {
    const shop = await testShop({
        plugins: [
            BehaviourPlugin.init({ flushIntervalMs: 60_000 }),
            GdprPlugin.init({
                secret: 'a secret of at least thirty-two characters',
                webhooks: { allowLoopback: true, timeoutMs: 2000 },
            }),
            RestApiPlugin.init(),
        ],
        migrations: [...behaviourMigrations, ...gdprMigrations, ...restApiMigrations],
        customerCount: 2,
    });
    const { sql } = shop;
    let people: { id: number; emailAddress: string }[] = [];
    /** Version of the texts. */
    let newest = 0;

    beforeAll(async () => {
        await shop.start();
        const { rawConnection } = shop.server.app.get(TransactionalConnection);
        const keep = (act: AuditAct) => Promise.resolve(void acts.push(act));
        setAuditTrail(rawConnection, {
            record: (_ctx, act) => keep(act),
            recordIn: (_manager, act) => keep(act),
            recordApart: (_ctx, act) => keep(act),
            readInBulk: () => Promise.resolve(),
        });
        people = await sql('SELECT id, "emailAddress" FROM customer ORDER BY id');
        newest = (await sql<{ max: number }>('SELECT max(version) FROM efi_gdpr_consent_text'))[0]?.max ?? 0;
    });
    afterAll(() => shop.stop());

    const base = () => `http://localhost:${shop.config.apiOptions.port}`;
    const person = (index: number) => people[index] ?? { id: 0, emailAddress: '' };
    const check = () => consentCheck(shop.server.app.get(TransactionalConnection).rawConnection);
    const agreed = async (index: number, purpose: 'personalisation' | 'marketing') =>
        (await check().consenting([person(index).id], purpose)).size === 1;

    /** A browser: its session, and the headers that it sends. */
    function browser(headers: Record<string, string> = {}) {
        let token = '';
        const send = async (path: string, method: string, body?: unknown) => {
            const response = await fetch(base() + path, {
                method,
                headers: {
                    'content-type': 'application/json',
                    'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/147.0.0.0 Safari/537.36',
                    'efi-visit': 'visit-of-somebody-who-decides',
                    ...(token && { authorization: `Bearer ${token}` }),
                    ...headers,
                },
                ...(body !== undefined && { body: JSON.stringify(body) }),
            });
            token = response.headers.get('vendure-auth-token') ?? token;
            return response;
        };
        const ask = async <Data>(query: string) =>
            (await (await send('/shop-api', 'POST', { query })).json()) as Answer<Data>;
        return {
            send,
            ask,
            signIn: (index: number) =>
                ask(
                    `mutation { login(username: "${person(index).emailAddress}", password: "test") { __typename } }`,
                ),
            decide: async (purposes: string, textVersion = newest) =>
                ask<{ decideEfiConsent: Decision }>(
                    `mutation { decideEfiConsent(input: { purposes: [${purposes}], textVersion: ${textVersion},
                        place: ACCOUNT }) { purposes method receipt } }`,
                ),
            history: async () => {
                const { data } = await ask<{ efiConsentHistory: Held[] }>(
                    '{ efiConsentHistory { purpose agreed method textVersion endedAt } }',
                );
                return data?.efiConsentHistory ?? [];
            },
        };
    }

    const events = () => sql('SELECT FROM efi_behaviour_event WHERE "customerId" = $1', [person(0).id]);
    const addEvent = () =>
        sql(
            `INSERT INTO efi_behaviour_event (at, "channelId", type, "customerId")
             VALUES (now(), 1, 'searched', $1)`,
            [person(0).id],
        );

    it('is asked with texts in the language of the request', async () => {
        const read = async (language: string) => {
            const response = await browser().send(`/shop-api?languageCode=${language}`, 'POST', {
                query: '{ efiConsentTexts { version texts { purpose title } } }',
            });
            return (await response.json()) as Answer<{
                efiConsentTexts: { version: number; texts: { purpose: string; title: string }[] };
            }>;
        };
        expect((await read('de')).data?.efiConsentTexts).toEqual({
            version: newest,
            texts: [
                { purpose: 'ANALYTICS', title: 'Statistik' },
                { purpose: 'PERSONALISATION', title: 'Empfehlungen für Sie' },
            ],
        });
        expect((await read('it')).data?.efiConsentTexts.texts[0]?.title).toBe('Statistics');
    });

    it('of a guest is proven by a receipt, and nothing is kept', async () => {
        const { data } = await browser().decide('ANALYTICS, NECESSARY');
        expect(data?.decideEfiConsent).toMatchObject({ purposes: ['ANALYTICS'], method: 'ACCOUNT' });
        const keys = (await (
            await browser().send('/api/v1/users/certificate-keys', 'GET')
        ).json()) as JSONWebKeySet;
        const { payload, protectedHeader } = await compactVerify(
            data?.decideEfiConsent.receipt ?? '',
            createLocalJWKSet(keys),
        );
        expect(protectedHeader.typ).toBe('consent+jws');
        expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({
            purposes: ['analytics'],
            method: 'account',
            textVersion: newest,
        });
        expect(await sql('SELECT FROM efi_gdpr_consent')).toEqual([]);
    });

    it('can only be about texts that there are', async () => {
        for (const version of [0, newest + 1, -1]) {
            expect((await browser().decide('ANALYTICS', version)).errors?.[0]?.message).toContain(
                'no such version',
            );
        }
    });

    it('of a customer is on record, with all that was before, for the customer alone', async () => {
        const [own, other] = [browser(), browser()];
        await own.signIn(0);
        await other.signIn(1);
        await own.decide('PERSONALISATION, MARKETING');
        expect([await agreed(0, 'personalisation'), await agreed(0, 'marketing')]).toEqual([true, true]);
        await own.decide('PERSONALISATION');
        await own.decide('PERSONALISATION');
        expect([await agreed(0, 'personalisation'), await agreed(0, 'marketing')]).toEqual([true, false]);

        const history = await own.history();
        expect(history.filter(({ purpose }) => purpose === 'MARKETING')).toMatchObject([
            { agreed: false, method: 'ACCOUNT', textVersion: newest, endedAt: null },
            { agreed: true, method: 'ACCOUNT', textVersion: newest },
        ]);
        expect(history).toHaveLength(6);
        expect(await other.history()).toEqual([]);
        expect((await browser().ask('{ efiConsentHistory { purpose } }')).errors).toHaveLength(1);
        expect(acts.filter(({ action }) => action === 'decideConsent')).toHaveLength(2);
    });

    it('that is taken back deletes at once what another plugin kept because of it', async () => {
        const own = browser();
        await own.signIn(0);
        await own.decide('PERSONALISATION');
        await addEvent();
        await own.decide('PERSONALISATION, ANALYTICS');
        expect(await events()).toHaveLength(1);
        await own.decide('ANALYTICS');
        expect(await events()).toHaveLength(0);
        expect(await agreed(0, 'personalisation')).toBe(false);
    });

    it('is kept in one place, whichever plugin is asked', async () => {
        const own = browser({ 'efi-consent': 'personalisation' });
        await own.signIn(0);
        await own.ask('mutation { declareEfiConsent(purposes: [PERSONALISATION]) { purposes } }');
        expect(await agreed(0, 'personalisation')).toBe(true);
        expect(await sql('SELECT FROM efi_behaviour_consent')).toEqual([]);
        await own.ask('mutation { declareEfiConsent(purposes: []) { purposes } }');
        expect(await agreed(0, 'personalisation')).toBe(false);
    });

    it('is taken back by Global Privacy Control, whatever was ticked', async () => {
        const own = browser();
        await own.signIn(1);
        await own.decide('PERSONALISATION');
        expect(await agreed(1, 'personalisation')).toBe(true);
        const signalling = browser({ 'sec-gpc': '1' });
        await signalling.signIn(1);
        const { data } = await signalling.decide('PERSONALISATION');
        expect(data?.decideEfiConsent).toMatchObject({ purposes: [], method: 'GPC' });
        expect(await agreed(1, 'personalisation')).toBe(false);
        expect((await signalling.history())[0]).toMatchObject({ agreed: false, method: 'GPC' });
    });

    it('is taken off the record by the first request of a customer that carries the signal', async () => {
        const own = browser();
        await own.signIn(1);
        await own.decide('PERSONALISATION');
        expect(await agreed(1, 'personalisation')).toBe(true);
        const signalling = browser({ 'sec-gpc': '1' });
        await signalling.signIn(1);
        await signalling.ask('{ activeOrder { id } efiConsentTexts { version } }');
        expect(await agreed(1, 'personalisation')).toBe(false);
        expect((await own.history())[0]).toMatchObject({ agreed: false, method: 'GPC' });
        const told = acts.filter(({ action }) => action === 'decideConsent');
        await signalling.ask('{ activeOrder { id } }');
        expect(acts.filter(({ action }) => action === 'decideConsent')).toEqual(told);
    });

    it('that a guest gave is told of when it is taken over at the sign-in', async () => {
        await sql('DELETE FROM efi_gdpr_consent WHERE "customerId" = $1', [person(1).id]);
        const changed: ConsentChangedEvent[] = [];
        const listening = shop.server.app
            .get(EventBus)
            .ofType(ConsentChangedEvent)
            .subscribe(event => changed.push(event));
        acts.length = 0;
        await browser({ 'efi-consent': 'personalisation' }).signIn(1);
        await expect.poll(() => agreed(1, 'personalisation')).toBe(true);
        await browser({ 'efi-consent': 'personalisation' }).signIn(1);
        const decision = { purposes: new Set(['personalisation']), method: 'sign-in' };
        await expect.poll(() => changed).toMatchObject([{ customerId: person(1).id, decision }]);
        listening.unsubscribe();
        expect(acts.filter(({ action }) => action === 'decideConsent')).toMatchObject([
            {
                resource: { type: 'Customer', id: person(1).id },
                after: { method: 'sign-in', textVersion: newest },
            },
        ]);
    });

    it('can be read and decided in REST', async () => {
        const own = browser();
        await own.signIn(1);
        const put = await own.send('/api/v1/users/consent', 'PUT', {
            purposes: ['marketing'],
            textVersion: newest,
        });
        expect([put.status, await put.json()]).toMatchObject([200, { purposes: ['marketing'] }]);
        const got = await own.send('/api/v1/users/consent', 'GET');
        const { items } = (await got.json()) as { items: Held[] };
        expect(items.find(({ purpose }) => purpose === 'marketing')).toMatchObject({
            agreed: true,
            endedAt: null,
        });
        const bad = await own.send('/api/v1/users/consent', 'PUT', { purposes: [], textVersion: 9 });
        expect(bad.status).toBe(422);
        expect((await browser().send('/api/v1/users/consent', 'GET')).status).toBe(401);
    });

    it('is written down and read by staff, with a reason', async () => {
        const record = (because: string) =>
            shop.adminClient.query<{ recordEfiConsent: Held[] }>(
                parse(`mutation { recordEfiConsent(input: { customerId: "T_${person(1).id}", purposes: [PREFERENCES],
                    because: "${because}" }) { purpose agreed method recordedBy because endedAt } }`),
            );
        await expect(record(' ')).rejects.toThrow('reason');
        const { recordEfiConsent } = await record('a letter');
        expect(recordEfiConsent.find(({ purpose }) => purpose === 'PREFERENCES')).toMatchObject({
            agreed: true,
            method: 'STAFF',
            recordedBy: '1',
            because: 'a letter',
        });
        expect(await agreed(1, 'marketing')).toBe(false);
        expect(acts.at(-1)).toMatchObject({ action: 'decideConsent', detail: { because: 'a letter' } });
    });

    it('is asked for again when staff publish other texts', async () => {
        const publish = (texts: string) =>
            shop.adminClient.query<{ publishEfiConsentTexts: { version: number }[] }>(
                parse(`mutation { publishEfiConsentTexts(texts: [${texts}]) { version purpose } }`),
            );
        const text = '{ purpose: MARKETING, languageCode: "en", title: "News", text: "By mail." }';
        await expect(publish(text.replace('"en"', '"de"'))).rejects.toThrow('English');
        expect((await publish(text)).publishEfiConsentTexts).toEqual([
            { version: newest + 1, purpose: 'MARKETING' },
        ]);
        const { data } = await browser().ask<{ efiConsentTexts: { version: number; texts: unknown[] } }>(
            '{ efiConsentTexts { version texts { title } } }',
        );
        expect(data?.efiConsentTexts).toEqual({ version: newest + 1, texts: [{ title: 'News' }] });
        expect(acts.at(-1)).toMatchObject({ action: 'publishConsentTexts', resource: { id: newest + 1 } });
        const unasked = await browser().send('/admin-api', 'POST', {
            query: '{ efiConsentTexts { version } }',
        });
        const { errors } = (await unasked.json()) as Answer<unknown>;
        expect(errors?.[0]?.message).toContain('not currently authorized');
    });

    retentionSuite(shop, acts, () => person(0).id);
    processorsSuite(shop);
});
