import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { GraphQlClient } from '../support/graphql-client';
import { RunningShop } from '../support/running-shop';
import { type Entry, everyEntry } from './every-entry';
import { verify } from './shop-people';
import { upload } from './upload';

/** Open to everyone at the Admin API, since a session begins and ends there. */
const OPEN = new Set([
    'login',
    'logout',
    'authenticate',
    'resetAdministratorPassword',
    'beginEfiPasskeySignIn',
    'efiPasskeysAreOn',
    'efiSignInProviders',
]);

/** Have no resolver in Vendure 3.7.3: nobody gets anything there. */
const WITHOUT_RESOLVER = /^(provinces?|(create|update|delete)Province)$/;

/** Refused for want of a file before anybody asks who calls: sent with one, below. */
const NEEDS_FILE: Readonly<Record<string, string>> = {
    importProducts: 'importProducts(csvFile: $file) { __typename }',
    startEfiCatalogueImport: 'startEfiCatalogueImport(input: { file: $file, format: CSV }) { __typename }',
};

/** Tell a caller without a session that there is nobody, or fail for want of one. */
const NOBODY = ['activeAdministrator', 'updateActiveAdministrator'];

/** What reads the catalogue. */
const OF_CATALOG =
    /^(product|collection|facet|asset|search|previewCollection|pendingSearch|stockLocation|tax|efiPriceHistory)|^efiSearch(Synonyms|Arrangements?|Settings|Preview)$/;

const PASSWORD = 'a-password-of-hers';

describe("a shopper's session at the Admin API, at every entry that the schema names", () => {
    let shop: RunningShop;
    let entries: Entry[];
    let token: string;
    /** Of staff whose role allows nothing. */
    let powerless: string;

    beforeAll(async () => {
        shop = await RunningShop.open({ name: 'system_other_api', servers: 1, workers: 0 });
        const { createCustomer } = await shop.merchant.client.run<{ createCustomer: { id: string } }>(
            `mutation { createCustomer(
                input: { firstName: "Ada", lastName: "Byron", emailAddress: "ada@example.com" }, password: "${PASSWORD}"
            ) { ... on Customer { id } ... on ErrorResult { errorCode message } } }`,
        );
        await verify(shop, createCustomer.id);
        const ada = shop.visitor();
        await ada.run(
            `mutation { login(username: "ada@example.com", password: "${PASSWORD}") { ... on ErrorResult { errorCode message } } }`,
        );
        token = ada.sessionToken ?? '';
        powerless = await staffWithoutRights();
        const description = await shop.merchant.client.run<IntrospectionQuery>(getIntrospectionQuery());
        entries = everyEntry(buildClientSchema(description)).filter(
            ({ name }) => !OPEN.has(name) && !(name in NEEDS_FILE) && !WITHOUT_RESOLVER.test(name),
        );
    });

    afterAll(() => shop?.close());

    it('is a real session at the Shop API', async () => {
        expect(await shop.visitor(0, token).run('{ activeCustomer { emailAddress } }')).toEqual({
            activeCustomer: { emailAddress: 'ada@example.com' },
        });
    });

    it('opens none of them', async () => {
        expect(entries.length).toBeGreaterThan(200);
        expect(await openedTo(token)).toEqual([]);
    });

    it.each(Object.entries(NEEDS_FILE))(
        'does not open %s with a file, nor does no session, nor one without rights',
        async (_, call) => {
            const file = { name: 'products.csv', type: 'text/csv', content: 'name,slug\nLamp,lamp' };
            for (const session of [token, undefined, powerless]) {
                const answer = await upload(
                    `${shop.servers[0]?.address}/admin-api`,
                    session,
                    `mutation ($file: Upload!) { ${call} }`,
                    file,
                );
                expect(answer).toContain('FORBIDDEN');
            }
        },
    );

    it('is no worse than none: a caller without a session gets nowhere either', async () => {
        expect((await openedTo(undefined)).map(({ name }) => name)).toEqual(NOBODY);
    });

    it('is no better with a key of one scope: it opens what its scope names and nothing else', async () => {
        const { createEfiMachineKey } = await shop.merchant.client.run<{
            createEfiMachineKey: { key: string };
        }>(
            `mutation { createEfiMachineKey(input: { name: "ERP", scopes: ["ReadCatalog"] }) { ... on EfiNewMachineKey { key } } }`,
        );
        const forAll = (await openedTo(powerless)).map(({ name }) => name);
        expect(forAll).not.toContain('products');
        const opened = (await openedTo(createEfiMachineKey.key)).map(({ name }) => name);
        expect(opened).toContain('products');
        expect(opened.filter(name => !OF_CATALOG.test(name) && !forAll.includes(name))).toEqual([]);
    });

    /** The session of an administrator whose role allows nothing: what is open to them asks for rights inside. */
    async function staffWithoutRights(): Promise<string> {
        const { createRole } = await shop.merchant.client.run<{ createRole: { id: string } }>(
            `mutation { createRole(input: { code: "none", description: "", permissions: [] }) { id } }`,
        );
        await shop.merchant.client.run(
            `mutation ($roleId: ID!) { createAdministrator(input: {
                firstName: "N", lastName: "N", emailAddress: "none@example.com", password: "${PASSWORD}", roleIds: [$roleId]
            }) { id } }`,
            { roleId: createRole.id },
        );
        const client = new GraphQlClient(`${shop.servers[0]?.address}/admin-api`);
        await client.run(
            `mutation { login(username: "none@example.com", password: "${PASSWORD}") { ... on ErrorResult { errorCode message } } }`,
        );
        return client.sessionToken ?? '';
    }

    /** The entries that answered with anything but a refusal. */
    async function openedTo(session: string | undefined): Promise<Array<{ name: string; error: string }>> {
        const opened: Array<{ name: string; error: string }> = [];
        for (const { name, document } of entries) {
            const error = await new GraphQlClient(`${shop.servers[0]?.address}/admin-api`, session)
                .ask(document)
                .then(
                    answer => JSON.stringify(answer),
                    (reason: Error) => reason.message,
                );
            if (!error.includes('"FORBIDDEN"')) {
                opened.push({ name, error });
            }
        }
        return opened;
    }
});
