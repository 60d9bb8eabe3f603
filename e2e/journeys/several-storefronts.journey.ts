import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GraphQlClient } from '../support/graphql-client';
import { serverUrl, shopUrl } from './support/browser';
import { startSecondStorefront } from './support/second-storefront';

/** Set by `npm run test:services`: several storefronts have a cache in common with Redis only. */
const redis = process.env.EFI_TEST_REDIS_URL;
/** The one that the shop of the journeys has. */
const DATABASE = 20;

describe.runIf(redis)('of several storefronts, of which the server knows one,', () => {
    const admin = new GraphQlClient(`${serverUrl}/admin-api`);
    let second: Awaited<ReturnType<typeof startSecondStorefront>>;
    let department: { readonly id: string; readonly name: string };

    beforeAll(async () => {
        second = await startSecondStorefront(`${redis}/${DATABASE}`);
        await admin.run(
            `mutation { login(username: "superadmin", password: "superadmin") { ... on ErrorResult { errorCode } } }`,
        );
        const { collections } = await admin.run<{
            collections: { items: Array<{ id: string; name: string }> };
        }>(
            '{ collections(options: { topLevelOnly: true, take: 1, sort: { position: ASC } }) { items { id name } } }',
        );
        department = collections.items[0] ?? { id: '', name: '' };
    });
    afterAll(async () => {
        second?.stop();
        await rename(department.name);
    });

    const rename = (name: string) =>
        admin.run(
            `mutation ($id: ID!, $name: String!) {
                updateCollection(input: { id: $id, translations: [{ languageCode: en, name: $name }] }) { id }
            }`,
            { id: department.id, name },
        );
    const says = async (storefront: string, name: string) =>
        (await (await fetch(`${storefront}/en-us`)).text()).includes(`>${name}</a>`);

    it.each(['Bright things', 'Brighter things'])('each shows “%s” within seconds', async name => {
        // Both have what it was called before.
        await Promise.all([fetch(`${shopUrl}/en-us`), fetch(`${second.url}/en-us`)]);
        await rename(name);
        await expect.poll(() => says(shopUrl, name), { timeout: 15_000, interval: 300 }).toBe(true);
        await expect.poll(() => says(second.url, name), { timeout: 2_000, interval: 100 }).toBe(true);
    });
});
