import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { fakeVaultTransit, type FakeLogins } from './fake-key-services';
import { type VaultLogin, vaultLogin } from './vault-login';
import { vaultTransit } from './vault-transit';

const folder = mkdtempSync(path.join(os.tmpdir(), 'efi-vault-login-'));
const jwtFile = path.join(folder, 'token');

describe('a login to Vault', async () => {
    const logins: FakeLogins = {
        known: {
            approle: { role_id: 'shop', secret_id: 'swordfish' },
            kubernetes: { role: 'shop', jwt: 'ey.first' },
        },
        ...{ lease: 60, tokens: new Set<string>(), asked: [] as string[] },
    };
    const vault = await fakeVaultTransit('shop', 'hvs.root', logins);
    const approle: VaultLogin = { by: 'approle', roleId: 'shop', secretId: 'swordfish' };
    const keysBy = (login: VaultLogin, mount?: string) =>
        vaultTransit({
            ...{ url: vault.url, key: 'shop' },
            token: vaultLogin({ url: vault.url, login, ...(mount && { mount }) }),
        });
    const key = randomBytes(32);

    beforeEach(() => {
        logins.asked.length = 0;
        logins.tokens.clear();
        logins.lease = 60;
        writeFileSync(jwtFile, 'ey.first\n');
    });
    afterAll(async () => {
        await vault.stop();
        rmSync(folder, { recursive: true, force: true });
    });

    it.each([
        ['approle', approle],
        ['kubernetes', { by: 'kubernetes', role: 'shop', jwtFile }],
    ] as const)('by %s is done once, and its token used as long as it is young', async (name, login) => {
        const keys = keysBy(login);
        expect(await keys.unwrap(await keys.wrap(key))).toEqual(key);
        expect(logins.asked).toEqual([`${name}/login`]);
    });

    it('has its token renewed when half of its time is over, and is done anew when it can not be', async () => {
        logins.lease = 0.001;
        const keys = keysBy(approle);
        const pause = () => new Promise(resolve => setTimeout(resolve, 5));
        const wrapped = await keys.wrap(key);
        await pause();
        expect(await keys.unwrap(wrapped)).toEqual(key);
        expect(logins.asked).toEqual(['approle/login', 'token/renew-self']);
        await pause();
        logins.tokens.clear();
        expect(await keys.unwrap(wrapped)).toEqual(key);
        expect(logins.asked.slice(2)).toEqual(['token/renew-self', 'approle/login']);
    });

    it('is done anew when its token is refused before its time, and says so when that does not help', async () => {
        const keys = keysBy(approle);
        const wrapped = await keys.wrap(key);
        logins.tokens.clear();
        expect(await keys.unwrap(wrapped)).toEqual(key);
        expect(logins.asked).toEqual(['approle/login', 'approle/login']);
        await expect(keysBy({ ...approle, secretId: 'wrong' }).wrap(key)).rejects.toThrow(
            'Vault refused the login by approle: 400 permission denied',
        );
        await expect(keysBy(approle, 'elsewhere').wrap(key)).rejects.toThrow('refused the login');
    });

    it('reads the token of the service account anew each time', async () => {
        const keys = keysBy({ by: 'kubernetes', role: 'shop', jwtFile });
        writeFileSync(jwtFile, 'ey.old');
        await expect(keys.wrap(key)).rejects.toThrow('refused the login by kubernetes');
        writeFileSync(jwtFile, 'ey.first');
        expect(await keys.unwrap(await keys.wrap(key))).toEqual(key);
    });
});
