import { OrderAccessPlugin, OrderKeys } from '@efi/order-access-plugin';
import { testShop } from '@efi/plugin-kit/testing';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const secret = 'a secret that only this test has, of some length';

const CREATE_KEY = parse(`mutation ($orderCode: String!, $emailAddress: String!) {
    createEfiOrderKey(orderCode: $orderCode, emailAddress: $emailAddress) { key expiresAt }
}`);

describe('an order by its code', async () => {
    const shop = await testShop({ plugins: [OrderAccessPlugin.init({ secret })] });
    const { port, shopApiPath } = shop.config.apiOptions;
    const keys = new OrderKeys(secret);
    let code: string;
    let other: string;

    beforeAll(async () => {
        await shop.start();
        [code, other] = [await placeOrder('guest@example.com'), await placeOrder('other@example.com')];
    });
    afterAll(() => shop.stop());

    /** Days ago, so that the code alone shows it to nobody. */
    async function placeOrder(emailAddress: string): Promise<string> {
        const shopper = shop.newShopClient();
        await shopper.query(
            parse('mutation { addItemToOrder(productVariantId: "T_1", quantity: 1) { __typename } }'),
        );
        await shopper.query(
            parse(`mutation ($emailAddress: String!) {
                setCustomerForOrder(input: { emailAddress: $emailAddress, firstName: "Ada", lastName: "Example" }) { __typename }
            }`),
            { emailAddress },
        );
        const { activeOrder } = await shopper.query<{ activeOrder: { code: string } }>(
            parse('{ activeOrder { code } }'),
        );
        await shop.sql(
            `UPDATE "order" SET active = false, state = 'PaymentSettled', "orderPlacedAt" = now() - interval '3 days' WHERE code = $1`,
            [activeOrder.code],
        );
        return activeOrder.code;
    }

    const see = async (orderCode: string, ...brought: string[]) => {
        const headers = new Headers({ 'content-type': 'application/json' });
        if (brought.length > 0) {
            headers.set('efi-order-keys', brought.join(','));
        }
        const answer = await fetch(`http://localhost:${port}/${shopApiPath}`, {
            method: 'POST',
            headers,
            body: JSON.stringify({
                query: 'query ($code: String!) { orderByCode(code: $code) { code customer { emailAddress } } }',
                variables: { code: orderCode },
            }),
        });
        const { data, errors } = (await answer.json()) as {
            data?: { orderByCode: { code: string } | null };
            errors?: { extensions: { code: string } }[];
        };
        return data?.orderByCode?.code ?? errors?.[0]?.extensions.code;
    };
    const createKey = async (orderCode: string, emailAddress: string) => {
        const { createEfiOrderKey } = await shop
            .newShopClient()
            .query<{ createEfiOrderKey: { key: string; expiresAt: string } | null }>(CREATE_KEY, {
                orderCode,
                emailAddress,
            });
        return createEfiOrderKey;
    };

    it('is refused to who has the code alone, and shown to who has its key as well', async () => {
        expect(await see(code)).toBe('FORBIDDEN');
        expect(await see(code, keys.issue(code, 60).key)).toBe(code);
        expect(await see(code, keys.issue(other, 60).key, keys.issue(code, 60).key)).toBe(code);
    });

    it('is refused with another’s key, one that is over, and what is no key', async () => {
        expect(await see(code, keys.issue(other, 60).key)).toBe('FORBIDDEN');
        expect(await see(code, keys.issue(code, -1).key)).toBe('FORBIDDEN');
        expect(await see(code, 'nonsense', '', `${'a'.repeat(3_000)}`)).toBe('FORBIDDEN');
    });

    it('has a key that can be told from others', async () => {
        const opens = async (key: string) => {
            const { efiOrderKeyOpens } = await shop
                .newShopClient()
                .query<{ efiOrderKeyOpens: boolean }>(
                    parse(
                        'query ($orderCode: String!, $key: String!) { efiOrderKeyOpens(orderCode: $orderCode, key: $key) }',
                    ),
                    { orderCode: code, key },
                );
            return efiOrderKeyOpens;
        };
        expect(await opens(keys.issue(code, 60).key)).toBe(true);
        expect(await opens(keys.issue(other, 60).key)).toBe(false);
    });

    it('is shown to who names its e-mail address, however that is written', async () => {
        const given = await createKey(code, ' GUEST@example.com ');
        expect(Date.parse(given?.expiresAt ?? '') - Date.now()).toBeGreaterThan(23 * 60 * 60 * 1_000);
        expect(await see(code, given?.key ?? '')).toBe(code);
    });

    it.each([
        ['another address', () => code, 'other@example.com'],
        ['no such order', () => 'NONESUCH', 'guest@example.com'],
        ['nothing', () => '', ''],
    ])('has no key for %s', async (_, orderCode, emailAddress) => {
        expect(await createKey(orderCode(), emailAddress)).toBeNull();
    });

    it('is its customer’s alone once they have an account, whatever key somebody has', async () => {
        const emailAddress = 'account@example.com';
        const bought = await placeOrder(emailAddress);
        const { key } = keys.issue(bought, 60);
        expect(await see(bought, key)).toBe(bought);
        await shop.newShopClient().query(
            parse(`mutation ($input: RegisterCustomerInput!) {
                registerCustomerAccount(input: $input) { __typename }
            }`),
            { input: { emailAddress, password: 'correct horse battery' } },
        );
        expect(await see(bought, key)).toBe(bought);
        await shop.sql(`UPDATE "user" SET verified = true WHERE identifier = $1`, [emailAddress]);
        expect(await see(bought, key)).toBe('FORBIDDEN');
        expect(await createKey(bought, emailAddress)).toBeNull();
    });
});
