import { Inject, Injectable } from '@nestjs/common';
import { errors, jwtVerify, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import { randomUUID } from 'node:crypto';
import { type Audience, AUDIENCES } from '../domain/audience';
import { TOKEN_SETTINGS, type TokenSettings } from '../tokens.options';
import { SigningKeys } from './signing-keys';

/** RFC 9068: nothing else that this server might ever sign passes for an access token. */
const TYPE = 'at+jwt';
const ALGORITHM = 'RS256';

/** How many tokens are known to be ours, at well under a kilobyte each. */
const MOST_KNOWN = 5_000;

/** What an access token says. It holds no permissions: those are the account's at the time of the request. */
interface AccessTokenClaims {
    readonly familyId: string;
    readonly audience: Audience;
}

interface KnownToken {
    readonly claims: AccessTokenClaims;
    readonly kid: string;
    /** In seconds since 1970. */
    readonly expiresAt: number;
}

/** Signs access tokens, and tells ours from all others. */
@Injectable()
export class AccessTokens {
    /** Signatures that were checked: a token comes with many requests. */
    private readonly known = new LRUCache<string, KnownToken>({ max: MOST_KNOWN });

    constructor(
        private readonly keys: SigningKeys,
        @Inject(TOKEN_SETTINGS) private readonly settings: TokenSettings,
    ) {}

    async sign({
        familyId,
        audience,
        userId,
    }: AccessTokenClaims & { readonly userId: string }): Promise<string> {
        const { kid, key } = await this.keys.signing();
        const now = Math.floor(Date.now() / 1_000);
        return new SignJWT({ sid: familyId })
            .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid })
            .setIssuer(this.settings.issuer)
            .setAudience(audience)
            .setSubject(userId)
            .setIssuedAt(now)
            .setExpirationTime(now + Math.floor(this.settings.accessLife / 1_000))
            .setJti(randomUUID())
            .sign(key);
    }

    /**
     * @returns nothing for a token that is not ours, was changed, has ended, or is for another audience.
     * @throws what keeps the keys from being read.
     */
    async verify(token: string, audiences: readonly Audience[]): Promise<AccessTokenClaims | undefined> {
        const known = this.known.get(token) ?? (await this.read(token));
        const isGood =
            known !== undefined &&
            audiences.includes(known.claims.audience) &&
            Date.now() / 1_000 < known.expiresAt &&
            // A key that is withdrawn takes its tokens along.
            (await this.keys.verifying(known.kid)) !== undefined;
        return isGood ? known.claims : undefined;
    }

    private async read(token: string): Promise<KnownToken | undefined> {
        try {
            const { payload, protectedHeader } = await jwtVerify(token, ({ kid }) => this.keyOf(kid), {
                algorithms: [ALGORITHM],
                typ: TYPE,
                issuer: this.settings.issuer,
                audience: [...AUDIENCES],
                requiredClaims: ['exp', 'sid', 'sub'],
            });
            const audience = AUDIENCES.find(one => one === payload.aud);
            if (!audience || typeof payload.sid !== 'string') {
                return undefined;
            }
            const known = {
                claims: { familyId: payload.sid, audience },
                kid: protectedHeader.kid ?? '',
                expiresAt: payload.exp ?? 0,
            };
            this.known.set(token, known);
            return known;
        } catch (error) {
            if (error instanceof errors.JOSEError) {
                return undefined;
            }
            throw error;
        }
    }

    private async keyOf(kid: string | undefined) {
        const key = kid === undefined ? undefined : await this.keys.verifying(kid);
        if (!key) {
            throw new errors.JWKSNoMatchingKey();
        }
        return key;
    }
}
