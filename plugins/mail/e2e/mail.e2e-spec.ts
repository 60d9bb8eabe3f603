import { MailPlugin, mailMigrations, OrderLocale } from '@efi/mail-plugin';
import { AccountNoticeEvent, PrivacyMailEvent, StaffAlertEvent } from '@efi/plugin-kit';
import { testShop } from '@efi/plugin-kit/testing';
import { EventBus, LanguageCode, RequestContextService, TransactionalConnection } from '@vendure/core';
import { parse } from 'graphql';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mails, mailTo } from './mailbox';

const mailboxDir = mkdtempSync(path.join(os.tmpdir(), 'efi-test-mail-'));

describe('the mails of a shop', async () => {
    const shop = await testShop({
        migrations: mailMigrations,
        plugins: [
            MailPlugin.init({
                delivery: { mailboxDir },
                from: '"Test Shop" <shop@example.com>',
                storefrontUrl: 'https://shop.example.com',
                shopName: 'Test Shop',
            }),
        ],
    });
    const { server, shopClient, adminClient } = shop;

    beforeAll(() => shop.start());
    afterAll(() => shop.stop());

    const register = (emailAddress: string, languageCode: string) =>
        shopClient.query(
            parse(`mutation Register($input: RegisterCustomerInput!) {
                registerCustomerAccount(input: $input) { __typename }
            }`),
            { input: { emailAddress, firstName: 'Anna', password: 'ganz-geheim-1' } },
            { languageCode },
        );

    it.each([
        ['en', 'Confirm your e-mail address', 'Confirm e-mail address'],
        ['de', 'Bestätigen Sie Ihre E-Mail-Adresse', 'E-Mail-Adresse bestätigen'],
        ['fr', 'Confirmez votre adresse e-mail', 'Confirmer l’adresse e-mail'],
        ['it', 'Confirm your e-mail address', 'Confirm e-mail address'],
    ])('asks a %s shopper to verify the address', async (language, subject, button) => {
        const address = `register-${language}@example.com`;
        await register(address, language);
        const mail = await mailTo(mailboxDir, address, subject);
        expect(mail.body).toContain(button);
        const segment = `${language === 'it' ? 'en' : language}-us`;
        expect(mail.body).toMatch(
            new RegExp(`href="https://shop\\.example\\.com/${segment}/verify\\?token=[^"]+"`),
        );
    });

    it('does not write to a list of recipients that someone typed as one address', async () => {
        await register('victim@example.com, other@example.com', 'en');
        await register('after@example.com', 'en');
        await mailTo(mailboxDir, 'after@example.com', 'Confirm');
        expect(mails(mailboxDir).filter(mail => mail.recipient.includes('victim'))).toEqual([]);
    });

    it('lets a shopper reset the password', async () => {
        await shopClient.query(
            parse(
                `mutation { requestPasswordReset(emailAddress: "register-de@example.com") { __typename } }`,
            ),
            {},
            { languageCode: 'de' },
        );
        const mail = await mailTo(mailboxDir, 'register-de@example.com', 'neues Passwort');
        expect(mail.body).toContain('https://shop.example.com/de-us/reset-password?token=');
    });

    it.each([
        [false, 'https://shop.example.com/fr-us/forgot-password'],
        [true, undefined],
    ])('tells the owner of a blocked account (staff: %s)', async (isStaff, link) => {
        const address = `blocked-${isStaff}@example.com`;
        const ctx = await server.app
            .get(RequestContextService)
            .create({ apiType: isStaff ? 'admin' : 'shop', languageCode: LanguageCode.fr });
        const notice = { kind: 'sign-in-blocked', minutes: 15 } as const;
        await server.app.get(EventBus).publish(new AccountNoticeEvent(ctx, address, isStaff, notice));
        const mail = await mailTo(mailboxDir, address, 'suspendue');
        expect(mail.body).toContain('15 minutes');
        expect(mail.body.includes('forgot-password')).toBe(!isStaff);
        expect(mail.body).toContain(link ?? 'Trop de mots de passe');
    });

    it.each([
        [false, 'Firefox, Linux', 'https://shop.example.com/de-us/account/sessions'],
        [true, '', undefined],
    ])('tells the owner of a sign-in from a new device (staff: %s)', async (isStaff, device, link) => {
        const recipient = `new-device-${isStaff}@example.com`;
        const ctx = await server.app
            .get(RequestContextService)
            .create({ apiType: isStaff ? 'admin' : 'shop', languageCode: LanguageCode.de });
        const at = new Date('2026-03-05T12:30:00Z');
        const notice = { kind: 'new-device', device, address: '192.0.2.*', at } as const;
        await server.app.get(EventBus).publish(new AccountNoticeEvent(ctx, recipient, isStaff, notice));
        const mail = await mailTo(mailboxDir, recipient, 'Neue Anmeldung');
        expect(mail.body).toContain(device || 'Ein Programm, das nicht sagt, was es ist');
        expect(mail.body).toContain('192.0.2.*');
        expect(mail.body).toMatch(/5\. März 2026 um 12:30:00 UTC/);
        expect(mail.body.includes('/account/sessions')).toBe(!isStaff);
        expect(mail.body).toContain(link ?? 'Waren Sie das?');
    });

    it.each([
        ['done', 'de', 'Erledigt: Berichtigung Ihrer Daten', '/de-de/account/privacy', ''],
        ['refused', 'fr', 'Nous ne pouvons pas y donner suite', '/fr-fr/privacy-request/follow?token=t', 't'],
    ] as const)(
        'tells where somebody asked what was decided: %s',
        async (step, languageCode, subject, url, token) => {
            const emailAddress = `${step}@example.com`;
            const ctx = await server.app
                .get(RequestContextService)
                .create({ apiType: 'admin', languageCode: LanguageCode.en });
            await server.app.get(EventBus).publish(
                new PrivacyMailEvent(ctx, {
                    ...{ step, emailAddress, kind: 'RECTIFICATION', token, expiresAt: new Date() },
                    ...(step === 'refused' && { because: 'It is <b>right</b> as it is.' }),
                    asked: { languageCode, channelCode: languageCode },
                }),
            );
            const mail = await mailTo(mailboxDir, emailAddress, subject);
            expect(mail.body).toContain(`https://shop.example.com${url}`);
            expect(mail.body.includes('It is &lt;b&gt;right&lt;/b&gt; as it is.')).toBe(step === 'refused');
        },
    );

    it('tells those who look after the shop what the audit trail shows, in its time and language', async () => {
        const recipients = ['guard@example.com', 'owner@example.com'];
        const ctx = await server.app
            .get(RequestContextService)
            .create({ apiType: 'admin', languageCode: LanguageCode.de });
        const alert = {
            ...{ pattern: 'night-refund', count: 3, at: new Date('2026-03-05T23:30:00Z') },
            ...{ timeZone: 'Europe/Berlin', account: '<b>bo</b>', address: '192.0.2.7', isLast: true },
        };
        await server.app.get(EventBus).publish(new StaffAlertEvent(ctx, recipients, alert));
        const mail = await mailTo(mailboxDir, recipients.join(', '), 'Warnung: Eine Erstattung in der Nacht');
        expect(mail.body).toContain('&lt;b&gt;bo&lt;/b&gt;');
        expect(mail.body).toMatch(/6\. März 2026 um 00:30:00 MEZ/);
        expect(mail.body).toContain('192.0.2.7');
        expect(mail.body).toContain('nur im Dashboard');
    });

    it.each([
        ['passkey-added', false, 'Ein neuer Passkey'],
        ['passkey-removed', true, 'Ein Passkey Ihres Kontos'],
    ] as const)('tells the owner: %s (staff: %s)', async (kind, isStaff, subject) => {
        const recipient = `${kind}@example.com`;
        const ctx = await server.app
            .get(RequestContextService)
            .create({ apiType: isStaff ? 'admin' : 'shop', languageCode: LanguageCode.de });
        const notice = { kind, name: '<b>Phone</b>', at: new Date('2026-03-05T12:30:00Z') };
        await server.app.get(EventBus).publish(new AccountNoticeEvent(ctx, recipient, isStaff, notice));
        const mail = await mailTo(mailboxDir, recipient, subject);
        expect(mail.body).toContain('&lt;b&gt;Phone&lt;/b&gt;');
        expect(mail.body).toMatch(/5\. März 2026 um 12:30:00 UTC/);
        expect(mail.body.includes('/account/sessions')).toBe(!isStaff);
    });

    it.each([
        ['password-changed', false, 'Das Passwort Ihres Kontos'],
        ['email-address-changed', false, 'Die E-Mail-Adresse Ihres Kontos'],
        ['second-factor-added', true, 'Ihr Konto hat jetzt einen zweiten Faktor'],
        ['second-factor-removed', true, 'Der zweite Faktor Ihres Kontos'],
        ['code-used-twice', true, 'Ein Code Ihres zweiten Faktors'],
    ] as const)('tells the owner: %s (staff: %s)', async (kind, isStaff, subject) => {
        const recipient = `${kind}@example.com`;
        const ctx = await server.app
            .get(RequestContextService)
            .create({ apiType: isStaff ? 'admin' : 'shop', languageCode: LanguageCode.de });
        const notice = { kind, at: new Date('2026-03-05T12:30:00Z') };
        await server.app.get(EventBus).publish(new AccountNoticeEvent(ctx, recipient, isStaff, notice));
        const mail = await mailTo(mailboxDir, recipient, subject);
        expect(mail.body).toMatch(/5\. März 2026 um 12:30:00 UTC/);
        expect(mail.body.includes('/account/sessions')).toBe(!isStaff);
    });

    describe('of an order that was placed in German', () => {
        const shopper = { languageCode: 'de' };
        const address = 'kundin@example.com';
        let order: { id: string; code: string; lines: Array<{ id: string; quantity: number }> };

        beforeAll(async () => {
            await shopClient.asAnonymousUser();
            await shopClient.query(
                parse(`mutation { addItemToOrder(productVariantId: "T_1", quantity: 3) { __typename } }`),
            );
            await shopClient.query(
                parse(`mutation {
                    setCustomerForOrder(input: { firstName: "<b>Anna</b>", lastName: "Groß", emailAddress: "${address}" }) { __typename }
                    setOrderShippingAddress(input: { streetLine1: "Ring 1", countryCode: "AT" }) { __typename }
                    setOrderShippingMethod(shippingMethodId: ["T_1"]) { __typename }
                }`),
            );
            const placed = await shopClient.query<{ addPaymentToOrder: typeof order }>(
                parse(`mutation {
                    transitionOrderToState(state: "ArrangingPayment") { __typename }
                    addPaymentToOrder(input: { method: "card", metadata: {} }) {
                        ... on Order { id code lines { id quantity } }
                        ... on ErrorResult { message }
                    }
                }`),
                {},
                shopper,
            );
            order = placed.addPaymentToOrder;
        });

        it('keeps the language with the order', async () => {
            const locales = await server.app
                .get(TransactionalConnection)
                .rawConnection.getRepository(OrderLocale)
                .find();
            expect(locales).toMatchObject([{ orderId: 1, channelId: 1, languageCode: 'de' }]);
        });

        it('confirms it in German, with prices and a link that follows it', async () => {
            const { body, subject } = await mailTo(mailboxDir, address, 'Ihre Bestellung');
            expect(subject).toBe(`Ihre Bestellung ${order.code}`);
            expect(body).toContain(`https://shop.example.com/de-us/orders/${order.code}`);
            expect(body).toContain('3 × Lamp');
            // 3 × 10.00 and 5.00 for delivery, and 20 % tax on both: the channel shows prices without.
            const text = body.replaceAll(/\s|&nbsp;/g, ' ');
            expect(text).toContain('30,00 $');
            expect(text).toContain('42,00 $');
            expect(text).toContain('7,00 $');
        });

        it('escapes HTML in what shoppers type', async () => {
            const { body } = await mailTo(mailboxDir, address, 'Ihre Bestellung');
            expect(body).toContain('&lt;b&gt;Anna&lt;/b&gt; Groß');
            expect(body).not.toContain('<b>Anna');
        });

        it('tells of the shipment in German, though an administrator works in English', async () => {
            const administrator = { languageCode: 'en' };
            const fulfilled = await adminClient.query<{ addFulfillmentToOrder: { id: string } }>(
                parse(`mutation Fulfil($lines: [OrderLineInput!]!) {
                    addFulfillmentToOrder(input: {
                        lines: $lines
                        handler: { code: "manual-fulfillment", arguments: [
                            { name: "method", value: "Post" }, { name: "trackingCode", value: "TRACK-1" }
                        ] }
                    }) { ... on Fulfillment { id } ... on ErrorResult { message } }
                }`),
                { lines: [{ orderLineId: order.lines[0]?.id, quantity: 2 }] },
                administrator,
            );
            await adminClient.query(
                parse(
                    `mutation Ship($id: ID!) { transitionFulfillmentToState(id: $id, state: "Shipped") { __typename } }`,
                ),
                { id: fulfilled.addFulfillmentToOrder.id },
                administrator,
            );
            const { body } = await mailTo(mailboxDir, address, 'Ihr Paket ist unterwegs');
            expect(body).toContain('2 × Lamp');
            expect(body).toContain('TRACK-1');
        });

        describe('the withdrawal from the contract', () => {
            const declare = (emailAddress: string, name = 'Anna Groß') =>
                shopClient.query<{ declareEfiWithdrawal: { orderCode: string; declaredAt: string } | null }>(
                    parse(`mutation ($input: DeclareEfiWithdrawalInput!) {
                        declareEfiWithdrawal(input: $input) { orderCode declaredAt }
                    }`),
                    { input: { orderCode: order.code, emailAddress, name, goods: 'a <b>lamp</b>' } },
                    { languageCode: 'de' },
                );

            it('is not taken from who does not know the order’s e-mail', async () => {
                expect(await declare('somebody@example.com')).toEqual({ declareEfiWithdrawal: null });
            });

            it('is refused without a name', async () => {
                await expect(declare(address, ' ')).rejects.toThrow('"name" is empty');
            });

            it('is kept once, also when it is declared twice at once, and confirmed by mail', async () => {
                const [first, second] = await Promise.all([declare(address.toUpperCase()), declare(address)]);
                expect(first.declareEfiWithdrawal?.declaredAt).toBeTruthy();
                expect(second).toEqual(first);
                const { body } = await mailTo(mailboxDir, address, 'Ihr Widerruf zur Bestellung');
                expect(body).toContain('a &lt;b&gt;lamp&lt;/b&gt;');
                expect(body).toContain(
                    String(new Date(first.declareEfiWithdrawal?.declaredAt ?? '').getUTCFullYear()),
                );
                const receipts = mails(mailboxDir).filter(({ subject }) =>
                    subject.startsWith('Ihr Widerruf'),
                );
                expect(receipts).toHaveLength(1);
                const { order: kept } = await adminClient.query<{
                    order: { history: { items: { type: string; data: { note: string } }[] } };
                }>(parse(`{ order(id: 1) { history { items { type data } } } }`));
                const notes = kept.history.items.filter(({ type }) => type === 'ORDER_NOTE');
                expect(notes.map(({ data }) => data.note)).toEqual([
                    'Widerruf des Vertrags: a <b>lamp</b> (Anna Groß)',
                ]);
            });
        });
    });
});
