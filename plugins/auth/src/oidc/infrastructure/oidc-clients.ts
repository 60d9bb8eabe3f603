import { Inject, Injectable } from '@nestjs/common';
import {
    allowInsecureRequests,
    authorizationCodeGrant,
    buildAuthorizationUrl,
    calculatePKCECodeChallenge,
    type Configuration,
    discovery,
    enableNonRepudiationChecks,
    fetchUserInfo,
    randomNonce,
    randomPKCECodeVerifier,
    randomState,
} from 'openid-client';
import { OIDC_SETTINGS, type OidcProviderOptions, type OidcSettings } from '../oidc.options';
import { OIDC_PATH, type PendingSignIn } from './pending-sign-in';

/** Seconds to wait for a provider. */
const TIMEOUT = 10;

export interface BegunSignIn {
    /** Of the provider, where the browser goes next. */
    readonly address: string;
    readonly secrets: Pick<PendingSignIn, 'state' | 'nonce' | 'verifier'>;
}

export interface ProvenIdentity {
    readonly subject: string;
    /** Of the ID token and the user info. */
    readonly claims: Readonly<Record<string, unknown>>;
    /** Of the ID token alone, which the provider has signed. */
    readonly signed: Readonly<Record<string, unknown>>;
}

/** Talks to providers: the authorisation code flow with PKCE, by `openid-client`. */
@Injectable()
export class OidcClients {
    private readonly known = new Map<string, Promise<Configuration>>();

    constructor(@Inject(OIDC_SETTINGS) private readonly settings: OidcSettings | undefined) {}

    provider(id: string): OidcProviderOptions | undefined {
        return this.settings?.providers.find(provider => provider.id === id);
    }

    /** @throws when the provider can't be asked what it is. */
    async begin(provider: OidcProviderOptions): Promise<BegunSignIn> {
        const configuration = await this.configurationOf(provider);
        const secrets = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
        const address = buildAuthorizationUrl(configuration, {
            redirect_uri: this.callbackOf(provider),
            scope: (provider.scopes ?? ['openid', 'email', 'profile']).join(' '),
            code_challenge: await calculatePKCECodeChallenge(secrets.verifier),
            code_challenge_method: 'S256',
            state: secrets.state,
            nonce: secrets.nonce,
        });
        return { address: address.href, secrets };
    }

    /**
     * @param query - With which the provider sent the browser back, `?` included.
     * @throws when any of it is not as it should be: state, code, verifier, nonce, issuer, audience, signature, time.
     */
    async finish(
        provider: OidcProviderOptions,
        query: string,
        { state, nonce, verifier }: PendingSignIn,
    ): Promise<ProvenIdentity> {
        const configuration = await this.configurationOf(provider);
        const tokens = await authorizationCodeGrant(
            configuration,
            new URL(`${this.callbackOf(provider)}${query}`),
            { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
        );
        const claims = tokens.claims();
        if (!claims) {
            throw new Error('The provider sent no ID token');
        }
        const hasAll =
            typeof claims.email === 'string' && (!provider.roles || provider.roles.claim in claims);
        const more =
            hasAll || !configuration.serverMetadata().userinfo_endpoint
                ? {}
                : await fetchUserInfo(configuration, tokens.access_token, claims.sub);
        return { subject: claims.sub, claims: { ...more, ...claims }, signed: claims };
    }

    private callbackOf({ id }: OidcProviderOptions): string {
        return `${this.settings?.publicUrl}${OIDC_PATH}/${id}/callback`;
    }

    /** Asked for once; again when it failed. */
    private configurationOf(provider: OidcProviderOptions): Promise<Configuration> {
        const { id, issuer, clientId, clientSecret, insecure } = provider;
        const known = this.known.get(id);
        if (known) {
            return known;
        }
        const asked = discovery(new URL(issuer), clientId, clientSecret, undefined, {
            timeout: TIMEOUT,
            execute: [enableNonRepudiationChecks, ...(insecure ? [allowInsecureRequests] : [])],
        });
        this.known.set(id, asked);
        asked.catch(() => this.known.delete(id));
        return asked;
    }
}
