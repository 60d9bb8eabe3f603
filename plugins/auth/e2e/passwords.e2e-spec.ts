import { AccountNoticeEvent } from '@efi/plugin-kit';
import { testShop } from '@efi/plugin-kit/testing';
import {
    AccountRegistrationEvent,
    EventBus,
    IdentifierChangeRequestEvent,
    PasswordResetEvent,
} from '@vendure/core';
import { gql } from 'graphql-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuthPlugin, authMigrations, SafePasswordStrategy } from '../src';

const GOOD = 'three grey herons';
const KNOWN = 'Sunshine2024';
const REFUSED = {
    __typename: 'PasswordValidationError',
    validationErrorMessage: expect.stringContaining('guessed first') as string,
};
const REASON = '__typename ... on PasswordValidationError { validationErrorMessage }';

describe('new passwords', async () => {
    const shop = await testShop({
        plugins: [AuthPlugin.init({ lockOut: { answerAfterMs: 1 } })],
        migrations: authMigrations,
        config: {
            authOptions: {
                requireVerification: true,
                passwordValidationStrategy: new SafePasswordStrategy({ words: ['Heronry', 'superadmin'] }),
            },
        },
    });
    const { port } = shop.config.apiOptions;
    let lastToken = '';

    beforeAll(async () => {
        await shop.start();
        const events = shop.server.app.get(EventBus);
        events.ofType(AccountNoticeEvent).subscribe(({ emailAddress, isStaff, notice }) => {
            if (notice.kind !== 'new-device') {
                told.push(`${isStaff ? 'staff' : 'shopper'} ${emailAddress}: ${notice.kind}`);
            }
        });
        events.ofType(AccountRegistrationEvent).subscribe(({ user }) => {
            lastToken = user.getNativeAuthenticationMethod().verificationToken ?? '';
        });
        events.ofType(IdentifierChangeRequestEvent).subscribe(({ user }) => {
            lastToken = user.getNativeAuthenticationMethod().identifierChangeToken ?? '';
        });
        events.ofType(PasswordResetEvent).subscribe(({ user }) => {
            lastToken = user.getNativeAuthenticationMethod().passwordResetToken ?? '';
        });
    });
    afterAll(() => shop.stop());

    /** Of whom the owner was told, since it was last emptied. */
    const told: string[] = [];
    const ask = async (api: 'shop' | 'admin', query: string, token = '') => {
        const response = await fetch(`http://localhost:${port}/${api}-api`, {
            method: 'POST',
            headers: {
                'content-type': 'application/json',
                ...(token && { authorization: `Bearer ${token}` }),
            },
            body: JSON.stringify({ query }),
        });
        const body = (await response.json()) as { data?: { me?: { identifier: string } } | null };
        return { body, token: response.headers.get('vendure-auth-token') ?? '' };
    };
    const signIn = async (api: 'shop' | 'admin', name: string, password: string) =>
        (await ask(api, `mutation { login(username: "${name}", password: "${password}") { __typename } }`))
            .token;
    const isIn = async (api: 'shop' | 'admin', token: string) =>
        Boolean((await ask(api, '{ me { identifier } }', token)).body.data?.me);
    const asShopper = async (mutation: string) =>
        Object.values(
            await shop.shopClient.query<Record<string, unknown>>(gql(`mutation { ${mutation} }`)),
        )[0];
    /** The mail is written beside the answer, which does not wait for it. */
    const tokenMailedAfter = async (mutation: string) => {
        lastToken = '';
        await asShopper(mutation);
        await expect.poll(() => lastToken, { timeout: 10_000 }).not.toBe('');
        return lastToken;
    };
    const register = (password: string) =>
        asShopper(`registerCustomerAccount(
            input: { emailAddress: "ada@example.com", password: "${password}" }
        ) { ${REASON} }`);

    it.each([
        ['too short', 'eleven char', 'at least 12 characters'],
        ['too long', 'long '.repeat(15), 'longer than 72 bytes'],
        ['known', KNOWN, 'guessed first'],
        ['a word of the shop', 'heronryheronry', 'guessed first'],
    ])('of who registers is refused when it is %s', async (_, password, reason) => {
        expect(await register(password)).toEqual({
            __typename: 'PasswordValidationError',
            validationErrorMessage: expect.stringContaining(reason) as string,
        });
    });

    it.each([
        ['de', 'Das Passwort braucht mindestens 12 Zeichen.'],
        ['fr', 'Le mot de passe doit comporter au moins 12 caractères.'],
    ])('are explained in the language of the request: %s', async (language, reason) => {
        const response = await fetch(`http://localhost:${port}/shop-api?languageCode=${language}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({
                query: `mutation { registerCustomerAccount(
                    input: { emailAddress: "ada@example.com", password: "short" }
                ) { ${REASON} } }`,
            }),
        });
        expect(await response.json()).toMatchObject({
            data: { registerCustomerAccount: { validationErrorMessage: reason } },
        });
    });

    it('are checked when an address is verified, when they are changed, and when they are reset', async () => {
        const toVerify = await tokenMailedAfter(
            'registerCustomerAccount(input: { emailAddress: "ada@example.com" }) { __typename }',
        );
        const verify = (password: string) =>
            asShopper(`verifyCustomerAccount(token: "${toVerify}", password: "${password}") { ${REASON} }`);
        expect(await verify(KNOWN)).toEqual(REFUSED);
        expect(await verify(GOOD)).toEqual({ __typename: 'CurrentUser' });

        const change = (password: string) =>
            asShopper(
                `updateCustomerPassword(currentPassword: "${GOOD}", newPassword: "${password}") { ${REASON} }`,
            );
        expect(await change(KNOWN)).toEqual(REFUSED);
        expect(await change('four grey herons')).toEqual({ __typename: 'Success' });

        const toReset = await tokenMailedAfter(
            'requestPasswordReset(emailAddress: "ada@example.com") { __typename }',
        );
        const reset = (password: string) =>
            asShopper(`resetPassword(token: "${toReset}", password: "${password}") { ${REASON} }`);
        expect(await reset(KNOWN)).toEqual(REFUSED);
        expect(await reset('five grey herons')).toEqual({ __typename: 'CurrentUser' });
    });

    it('end the other sessions of the account, and its owner is told', async () => {
        const name = 'ada@example.com';
        const [here, there] = [
            await signIn('shop', name, 'five grey herons'),
            await signIn('shop', name, 'five grey herons'),
        ];
        told.length = 0;
        const change = (current: string) => `mutation { updateCustomerPassword(
            currentPassword: "${current}", newPassword: "six grey herons") { __typename } }`;
        await ask('shop', change('not the password'), here);
        expect([await isIn('shop', here), await isIn('shop', there)]).toEqual([true, true]);
        await ask('shop', change('five grey herons'), here);
        expect([await isIn('shop', here), await isIn('shop', there)]).toEqual([true, false]);
        await expect.poll(() => told).toEqual([`shopper ${name}: password-changed`]);

        told.length = 0;
        const toReset = await tokenMailedAfter(
            `requestPasswordReset(emailAddress: "${name}") { __typename }`,
        );
        const reset = `mutation { resetPassword(token: "${toReset}", password: "ten grey herons") { __typename } }`;
        const { token } = await ask('shop', reset);
        expect([await isIn('shop', here), await isIn('shop', token)]).toEqual([false, true]);
        await expect.poll(() => told).toEqual([`shopper ${name}: password-changed`]);
    });

    it('and an address that a shopper confirms are told to the address from before', async () => {
        const here = await signIn('shop', 'ada@example.com', 'ten grey herons');
        told.length = 0;
        lastToken = '';
        await ask(
            'shop',
            `mutation { requestUpdateCustomerEmailAddress(password: "ten grey herons",
                newEmailAddress: "byron@example.com") { __typename } }`,
            here,
        );
        await expect.poll(() => lastToken).not.toBe('');
        expect(told).toEqual([]);
        await ask('shop', `mutation { updateCustomerEmailAddress(token: "${lastToken}") { __typename } }`);
        await expect.poll(() => told).toEqual(['shopper ada@example.com: email-address-changed']);
    });

    it('and addresses are told of where staff change them, to the address from before', async () => {
        const name = 'cy@example.com';
        const root = await signIn('admin', 'superadmin', 'superadmin');
        await ask(
            'admin',
            `mutation { createAdministrator(input: { emailAddress: "${name}", firstName: "C", lastName: "Y",
                password: "${GOOD}", roleIds: ["T_1"] }) { id } }`,
            root,
        );
        const [here, there] = [await signIn('admin', name, GOOD), await signIn('admin', name, GOOD)];
        told.length = 0;
        const own = (input: string) => `mutation { updateActiveAdministrator(input: { ${input} }) { id } }`;
        await ask('admin', own('firstName: "D"'), here);
        expect(await isIn('admin', there)).toBe(true);
        await ask('admin', own('password: "four grey herons"'), here);
        expect([await isIn('admin', here), await isIn('admin', there)]).toEqual([true, false]);
        await ask('admin', own('emailAddress: "di@example.com"'), here);
        await expect
            .poll(() => told)
            .toEqual([`staff ${name}: password-changed`, `staff ${name}: email-address-changed`]);

        told.length = 0;
        const [ada] = await shop.sql<{ id: number }>(
            `SELECT c.id FROM customer c JOIN "user" u ON u.id = c."userId" WHERE u.identifier = 'byron@example.com'`,
        );
        const move = (address: string) => `mutation { updateCustomer(
            input: { id: "T_${ada?.id}", emailAddress: "${address}" }) { __typename } }`;
        await ask('admin', move('byron@example.com'), root);
        await ask('admin', move('lovelace@example.com'), root);
        await expect.poll(() => told).toEqual(['shopper byron@example.com: email-address-changed']);
    });

    describe('that staff set', () => {
        const CREATE = gql`
            mutation ($input: CreateAdministratorInput!) {
                createAdministrator(input: $input) {
                    id
                }
            }
        `;
        const UPDATE = gql`
            mutation ($input: UpdateAdministratorInput!) {
                updateAdministrator(input: $input) {
                    id
                }
            }
        `;
        const UPDATE_OWN = gql`
            mutation ($input: UpdateActiveAdministratorInput!) {
                updateActiveAdministrator(input: $input) {
                    id
                }
            }
        `;
        const person = { emailAddress: 'staff@example.com', firstName: 'A', lastName: 'B', roleIds: ['T_1'] };
        const refusal = /not allowed: This password is among those that are guessed first/;

        it('are refused when accounts are made or changed, by others or themselves', async () => {
            const { adminClient } = shop;
            await expect(
                adminClient.query(CREATE, { input: { ...person, password: KNOWN } }),
            ).rejects.toThrow(refusal);
            const { createAdministrator } = await adminClient.query<{ createAdministrator: { id: string } }>(
                CREATE,
                { input: { ...person, password: GOOD } },
            );
            const { id } = createAdministrator;
            await expect(adminClient.query(UPDATE, { input: { id, password: KNOWN } })).rejects.toThrow(
                refusal,
            );
            await adminClient.query(UPDATE, { input: { id, firstName: 'C' } });
            await adminClient.asUserWithCredentials(person.emailAddress, GOOD);
            await expect(adminClient.query(UPDATE_OWN, { input: { password: 'short' } })).rejects.toThrow(
                /at least 12 characters/,
            );
            await adminClient.query(UPDATE_OWN, { input: { password: 'four grey herons' } });
            await adminClient.asUserWithCredentials(person.emailAddress, 'four grey herons');
        });

        it('are not looked at when they sign in: one from before the rule still does', async () => {
            await shop.adminClient.asSuperAdmin();
            expect(await shop.adminClient.query(gql('{ me { identifier } }'))).toEqual({
                me: { identifier: 'superadmin' },
            });
        });

        it('are refused when staff make an account for a customer', async () => {
            const create = (password: string) =>
                shop.adminClient.query(
                    gql(`mutation { createCustomer(
                        input: { emailAddress: "bo@example.com", firstName: "B", lastName: "O" },
                        password: "${password}"
                    ) { __typename } }`),
                );
            await expect(create(KNOWN)).rejects.toThrow(refusal);
            expect(await create(GOOD)).toEqual({ createCustomer: { __typename: 'Customer' } });
        });
    });
});
