import { freePort } from '@efi/plugin-kit/testing';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

/** What the provider says of somebody, beside who they are. */
export interface Person {
    readonly email?: string;
    readonly email_verified?: boolean;
    readonly name?: string;
    readonly groups?: string[];
    /** How they have shown who they are. */
    readonly amr?: string[];
}

export const CLIENT = { id: 'the-shop', secret: 'a secret between the shop and its provider' };

/**
 * A real provider of OpenID Connect, on a port of its own. In the place of a page with a password it has `signInAs`:
 * whoever is named there is signed in, or nobody, who presses "cancel".
 *
 * @param callbacks - Where it may send browsers back to.
 * @param at - Its port, where others know it already.
 */
export async function localProvider(callbacks: string[], at?: number) {
    const issuer = `http://127.0.0.1:${at ?? (await freePort())}`;
    const people = new Map<string, Person>();
    const desk: { signInAs: string | undefined } = { signInAs: undefined };
    const provider = new Provider(issuer, {
        clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: callbacks }],
        claims: {
            openid: ['sub', 'groups', 'amr'],
            email: ['email', 'email_verified'],
            profile: ['name', 'given_name', 'family_name'],
        },
        cookies: { keys: ['a key for cookies'] },
        features: { devInteractions: { enabled: false } },
        pkce: { required: () => true },
        findAccount: (_ctx, accountId) => ({
            accountId,
            claims: () => ({ sub: accountId, ...people.get(accountId) }),
        }),
        interactions: { url: (_ctx, { uid }) => `/desk/${uid}` },
    });
    const answer = provider.callback();
    const server = createServer((request, response) => {
        const work = request.url?.startsWith('/desk/') ? atTheDesk() : answer(request, response);
        work.catch(() => response.writeHead(500).end());

        async function atTheDesk(): Promise<void> {
            const { prompt, params, session } = await provider.interactionDetails(request, response);
            if (desk.signInAs === undefined) {
                return provider.interactionFinished(request, response, { error: 'access_denied' });
            }
            if (prompt.name === 'login') {
                const amr = people.get(desk.signInAs)?.amr;
                const login = { accountId: desk.signInAs, ...(amr ? { amr } : {}) };
                return provider.interactionFinished(request, response, { login });
            }
            const grant = new provider.Grant({
                accountId: session?.accountId ?? '',
                clientId: String(params.client_id),
            });
            grant.addOIDCScope(String(params.scope));
            const consent = { grantId: await grant.save() };
            return provider.interactionFinished(
                request,
                response,
                { consent },
                { mergeWithLastSubmission: true },
            );
        }
    });
    return {
        issuer,
        people,
        desk,
        start: () =>
            new Promise<void>(resolve => server.listen(Number(new URL(issuer).port), '127.0.0.1', resolve)),
        stop: () => new Promise(resolve => server.close(resolve)),
    };
}
