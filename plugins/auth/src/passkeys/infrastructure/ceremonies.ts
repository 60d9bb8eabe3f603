import { Inject, Injectable } from '@nestjs/common';
import {
    generateAuthenticationOptions,
    generateRegistrationOptions,
    type PublicKeyCredentialCreationOptionsJSON,
    type PublicKeyCredentialRequestOptionsJSON,
    verifyAuthenticationResponse,
    verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { type ID, Logger, type RequestContext } from '@vendure/core';
import { createHash } from 'node:crypto';
import { audienceOf } from '../../infrastructure/audience-of';
import type { Answered, AssertionResponse, RegistrationResponse } from '../domain/authenticator-response';
import type { RelyingParty } from '../domain/relying-party';
import { PasskeyError } from '../passkey.error';
import { PASSKEY_SETTINGS, type PasskeySettings } from '../passkeys.options';
import { CHALLENGE_LIFE, Challenges } from './challenges';
import type { EfiAuthPasskey } from './passkey.entity';

/** EdDSA, ES256, RS256: what authenticators can do. */
const ALGORITHMS = [-8, -7, -257];

const loggerContext = 'AuthPasskeys';

/** Who makes a passkey, as the browser shows it. */
export interface PasskeyOwner {
    readonly userId: ID;
    readonly account: string;
    readonly fullName: string;
    readonly emailAddress: string;
}

export type NewPasskey = Pick<
    EfiAuthPasskey,
    'credentialId' | 'publicKey' | 'counter' | 'transports' | 'isBackedUp'
>;

/** The two ceremonies of WebAuthn, by `@simplewebauthn/server`: with resident keys and user verification always. */
@Injectable()
export class Ceremonies {
    constructor(
        private readonly challenges: Challenges,
        @Inject(PASSKEY_SETTINGS) private readonly settings: PasskeySettings | undefined,
    ) {}

    isOn(ctx: RequestContext): boolean {
        return this.settings?.parties[audienceOf(ctx)] !== undefined;
    }

    async beginRegistration(
        ctx: RequestContext,
        { userId, account, fullName }: PasskeyOwner,
        present: readonly EfiAuthPasskey[],
    ): Promise<PublicKeyCredentialCreationOptionsJSON> {
        const { rpId } = this.party(ctx);
        return generateRegistrationOptions({
            rpName: this.settings?.name ?? '',
            rpID: rpId,
            userName: account,
            userDisplayName: fullName,
            userID: handleOf(rpId, userId),
            challenge: await this.challenges.give(ctx, this.registrationOf(ctx, userId)),
            timeout: CHALLENGE_LIFE,
            attestationType: 'none',
            excludeCredentials: present.map(({ credentialId, transports }) => ({
                id: credentialId,
                transports,
            })),
            authenticatorSelection: {
                residentKey: 'required',
                requireResidentKey: true,
                userVerification: 'required',
            },
            supportedAlgorithmIDs: ALGORITHMS,
        });
    }

    /** @throws PasskeyError when any of it is not as it should be. The challenge is used up. */
    async finishRegistration(
        ctx: RequestContext,
        userId: ID,
        { response, challenge }: Answered<RegistrationResponse>,
    ): Promise<NewPasskey> {
        const { rpId, origins } = this.party(ctx);
        if (!(await this.challenges.take(ctx, this.registrationOf(ctx, userId), challenge))) {
            throw new PasskeyError('PASSKEY_REFUSED');
        }
        const { id, clientDataJSON, attestationObject, transports } = response;
        const { registrationInfo } = await verifyRegistrationResponse({
            response: {
                id,
                rawId: id,
                type: 'public-key',
                clientExtensionResults: {},
                response: { clientDataJSON, attestationObject },
            },
            expectedChallenge: challenge,
            expectedOrigin: [...origins],
            expectedRPID: rpId,
            requireUserVerification: true,
            supportedAlgorithmIDs: ALGORITHMS,
        }).catch((error: unknown) => {
            logRefusal('A passkey was not made', error);
            return { registrationInfo: undefined };
        });
        if (!registrationInfo) {
            throw new PasskeyError('PASSKEY_REFUSED');
        }
        const { credential, credentialBackedUp } = registrationInfo;
        return {
            credentialId: credential.id,
            publicKey: Buffer.from(credential.publicKey),
            counter: credential.counter,
            transports: transports ?? [],
            isBackedUp: credentialBackedUp,
        };
    }

    async beginSignIn(ctx: RequestContext): Promise<PublicKeyCredentialRequestOptionsJSON> {
        const { rpId } = this.party(ctx);
        return generateAuthenticationOptions({
            rpID: rpId,
            challenge: await this.challenges.give(ctx, signInOf(ctx)),
            timeout: CHALLENGE_LIFE,
            userVerification: 'required',
        });
    }

    /** Uses the challenge up that an answer says it answers. @returns false when it is none of ours, or no longer. */
    takeSignIn(ctx: RequestContext, challenge: string): Promise<boolean> {
        return this.challenges.take(ctx, signInOf(ctx), challenge);
    }

    /**
     * @returns the authenticator's counter after this; nothing when any of it is not as it should be, the counter
     * among it.
     */
    async verify(
        ctx: RequestContext,
        passkey: EfiAuthPasskey,
        { response, challenge }: Answered<AssertionResponse>,
    ): Promise<{ readonly counter: number; readonly isBackedUp: boolean } | undefined> {
        const { rpId, origins } = this.party(ctx);
        const { id, clientDataJSON, authenticatorData, signature, userHandle } = response;
        if (userHandle && userHandle !== Buffer.from(handleOf(rpId, passkey.userId)).toString('base64url')) {
            return undefined;
        }
        try {
            const { verified, authenticationInfo } = await verifyAuthenticationResponse({
                response: {
                    id,
                    rawId: id,
                    type: 'public-key',
                    clientExtensionResults: {},
                    response: { clientDataJSON, authenticatorData, signature },
                },
                expectedChallenge: challenge,
                expectedOrigin: [...origins],
                expectedRPID: rpId,
                requireUserVerification: true,
                credential: {
                    id: passkey.credentialId,
                    publicKey: new Uint8Array(passkey.publicKey),
                    counter: passkey.counter,
                },
            });
            const { newCounter, credentialBackedUp } = authenticationInfo;
            return verified ? { counter: newCounter, isBackedUp: credentialBackedUp } : undefined;
        } catch (error) {
            logRefusal(`A sign-in by passkey ${passkey.id} was refused`, error);
            return undefined;
        }
    }

    private registrationOf(ctx: RequestContext, userId: ID) {
        return { name: `${audienceOf(ctx)}:registration`, userId } as const;
    }

    private party(ctx: RequestContext): RelyingParty {
        const party = this.settings?.parties[audienceOf(ctx)];
        if (!party) {
            throw new PasskeyError('PASSKEYS_OFF');
        }
        return party;
    }
}

function signInOf(ctx: RequestContext) {
    return { name: `${audienceOf(ctx)}:sign-in` } as const;
}

/** By which an authenticator knows the account: no name, and no number as it stands. */
function handleOf(rpId: string, userId: ID): Uint8Array<ArrayBuffer> {
    return new Uint8Array(createHash('sha256').update(`${rpId} ${userId}`).digest());
}

/** Says what was wrong to whoever reads the log; who sent it is told nothing. */
function logRefusal(what: string, error: unknown): void {
    const cause = error instanceof Error ? error.message : String(error);
    Logger.warn(`${what}: ${cause.replaceAll(/\s+/g, ' ').slice(0, 300)}`, loggerContext);
}
