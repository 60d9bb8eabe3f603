import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** How a process shows Vault who it is. */
export type VaultLogin =
    | { readonly by: 'approle'; readonly roleId: string; readonly secretId: string }
    | {
          readonly by: 'kubernetes';
          readonly role: string;
          /** With the token of the service account, which Kubernetes writes anew. @default where it mounts it */
          readonly jwtFile?: string;
      };

export interface VaultLoginOptions {
    /** Of the server, such as `https://vault.example:8200`. */
    readonly url: string;
    readonly login: VaultLogin;
    /** Where the method is mounted. @default its name */
    readonly mount?: string;
}

/** What a token can be asked for, and who asks says which one was refused. */
export type VaultTokens = (refused?: string) => Promise<string>;

const SERVICE_ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount/token';

const granted = z.object({
    auth: z.object({
        client_token: z.string().min(1),
        lease_duration: z.number(),
        renewable: z.boolean(),
    }),
});
const refused = z.object({ errors: z.array(z.string()) });

/** A token, and when it is time to renew it: after half of its life. */
interface Held {
    readonly token: string;
    readonly isRenewable: boolean;
    readonly renewAt: number;
}

/**
 * Tokens of Vault or OpenBao by a login, for `vaultTransit`: renewed when half of their time is over, and got anew when
 * they can't be renewed or were refused.
 */
export function vaultLogin({ url, login, mount = login.by }: VaultLoginOptions): VaultTokens {
    const ask = async (path: string, body: object, token?: string): Promise<Held> => {
        const response = await fetch(new URL(`/v1/auth/${path}`, url), {
            method: 'POST',
            headers: { 'X-Vault-Request': 'true', ...(token && { 'X-Vault-Token': token }) },
            body: JSON.stringify(body),
            signal: AbortSignal.timeout(10_000),
        });
        const said: unknown = await response.json().catch(() => undefined);
        const parsed = response.ok ? granted.safeParse(said) : undefined;
        if (!parsed?.success) {
            const why = refused.safeParse(said).data?.errors.join('; ') ?? '';
            throw new Error(`Vault refused the login by ${login.by}: ${response.status} ${why}`.trim());
        }
        const { client_token, lease_duration, renewable } = parsed.data.auth;
        // A token without a lease never ends.
        const renewAt = lease_duration > 0 ? Date.now() + lease_duration * 500 : Infinity;
        return { token: client_token, isRenewable: renewable, renewAt };
    };
    const logIn = async () => ask(`${mount}/login`, await credentialsOf(login));
    const next = async (held: Held | undefined, isRefused: boolean): Promise<Held> =>
        held?.isRenewable && !isRefused ? ask('token/renew-self', {}, held.token).catch(logIn) : logIn();

    let held: Promise<Held> | undefined;
    return async refusedToken => {
        const now = await held?.catch(() => undefined);
        const isRefused = now !== undefined && now.token === refusedToken;
        if (!now || isRefused || now.renewAt <= Date.now()) {
            held = next(now, isRefused);
        }
        return (await (held as Promise<Held>)).token;
    };
}

async function credentialsOf(login: VaultLogin): Promise<object> {
    return login.by === 'approle'
        ? { role_id: login.roleId, secret_id: login.secretId }
        : { role: login.role, jwt: (await readFile(login.jwtFile ?? SERVICE_ACCOUNT, 'utf8')).trim() };
}
