import { Inject, Injectable } from '@nestjs/common';
import { errors, jwtVerify, SignJWT } from 'jose';
import { randomUUID } from 'node:crypto';
import type { Audience } from '../domain/audience';
import { TOKEN_SETTINGS, type TokenSettings } from '../tokens.options';
import { SigningKeys } from './signing-keys';

/** RFC 9068: nothing else that this server might ever sign passes for an access token. */
const TYPE = 'at+jwt';
const ALGORITHM = 'RS256';

/** What an access token says. It holds no permissions: those are the account's at the time of the request. */
interface AccessTokenClaims {
    readonly familyId: string;
    readonly audience: Audience;
}

/** Signs access tokens, and tells ours from all others. */
@Injectable()
export class AccessTokens {
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
        try {
            const { payload } = await jwtVerify(token, ({ kid }) => this.keyOf(kid), {
                algorithms: [ALGORITHM],
                typ: TYPE,
                issuer: this.settings.issuer,
                audience: [...audiences],
                requiredClaims: ['exp', 'sid', 'sub'],
            });
            const audience = audiences.find(one => one === payload.aud);
            return audience && typeof payload.sid === 'string'
                ? { familyId: payload.sid, audience }
                : undefined;
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
