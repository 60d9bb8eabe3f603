import { z } from 'zod';
import type { MasterKeys } from './master-keys.port';

export interface VaultTransitOptions {
    /** Of the server, such as `https://vault.example:8200`. */
    readonly url: string;
    /**
     * That may encrypt and decrypt with the key; see `vaultLogin`. Asked for each time, so that it can be renewed, and
     * once more with the one that was refused.
     */
    readonly token: (refused?: string) => string | Promise<string>;
    /** Name of the key in the transit engine. */
    readonly key: string;
    /** Where the engine is mounted. @default 'transit' */
    readonly mount?: string;
}

const encrypted = z.object({ data: z.object({ ciphertext: z.string().startsWith('vault:') }) });
const decrypted = z.object({ data: z.object({ plaintext: z.base64() }) });
const refused = z.object({ errors: z.array(z.string()) });

/**
 * Master keys in the transit engine of HashiCorp Vault or OpenBao. Vault names the key's version in what it wraps, so
 * after `vault write -f transit/keys/NAME/rotate` the newest wraps and the others still unwrap.
 */
export function vaultTransit({ url, token, key, mount = 'transit' }: VaultTransitOptions): MasterKeys {
    const ask = async <T>(what: 'encrypt' | 'decrypt', body: object, answer: z.ZodType<T>): Promise<T> => {
        const call = (held: string) =>
            fetch(new URL(`/v1/${mount}/${what}/${encodeURIComponent(key)}`, url), {
                method: 'POST',
                headers: { 'X-Vault-Token': held, 'X-Vault-Request': 'true' },
                body: JSON.stringify(body),
                signal: AbortSignal.timeout(10_000),
            });
        const held = await token();
        let response = await call(held);
        if (response.status === 403) {
            const another = await token(held);
            response = another === held ? response : await call(another);
        }
        const said: unknown = await response.json().catch(() => undefined);
        const parsed = response.ok ? answer.safeParse(said) : undefined;
        if (!parsed?.success) {
            const why = refused.safeParse(said).data?.errors.join('; ') ?? '';
            throw new Error(`Vault refused to ${what} with ${key}: ${response.status} ${why}`.trim());
        }
        return parsed.data;
    };
    return {
        name: 'Vault transit',
        wrap: async plain =>
            (await ask('encrypt', { plaintext: plain.toString('base64') }, encrypted)).data.ciphertext,
        unwrap: async ciphertext =>
            Buffer.from((await ask('decrypt', { ciphertext }, decrypted)).data.plaintext, 'base64'),
    };
}
