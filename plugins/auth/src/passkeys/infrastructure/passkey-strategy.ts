import {
    type AuthenticationStrategy,
    ConfigService,
    type Injector,
    Logger,
    type RequestContext,
    type User,
} from '@vendure/core';
import type { DocumentNode } from 'graphql';
import { gql } from 'graphql-tag';
import { TOO_MANY_ATTEMPTS } from '../../lock-out/limited-native-strategy';
import { SignInLimits } from '../../lock-out/sign-in-limits';
import { StrongSignIns } from '../../second-factor/infrastructure/strong-sign-ins';
import { type Answered, type AssertionResponse, readAssertion } from '../domain/authenticator-response';
import { Ceremonies } from './ceremonies';
import { Passkeys } from './passkeys';

/** The key of `authenticate(input: { … })`. */
const PASSKEY_STRATEGY = 'efiPasskey';

/** Sign-in by passkey, as one of Vendure's strategies: sessions, carts and tokens come as with a password. */
export class PasskeyStrategy implements AuthenticationStrategy<AssertionResponse> {
    readonly name = PASSKEY_STRATEGY;
    private ceremonies!: Ceremonies;
    private passkeys!: Passkeys;
    private limits!: SignInLimits;
    private strong!: StrongSignIns;
    private config!: ConfigService;

    init(injector: Injector): void {
        this.ceremonies = injector.get(Ceremonies);
        this.passkeys = injector.get(Passkeys);
        this.limits = injector.get(SignInLimits);
        this.strong = injector.get(StrongSignIns);
        this.config = injector.get(ConfigService);
    }

    defineInputType(): DocumentNode {
        return gql`
            "What a passkey answers to beginEfiPasskeySignIn, by the names and in the base64url of WebAuthn's JSON."
            input EfiPasskeyInput {
                id: String!
                clientDataJSON: String!
                authenticatorData: String!
                signature: String!
                userHandle: String
            }
        `;
    }

    /** All refusals are the same; the log says which it was. */
    async authenticate(ctx: RequestContext, given: AssertionResponse): Promise<User | false | string> {
        const answered = readAssertion(given);
        if (!answered || !this.ceremonies.isOn(ctx)) {
            return false;
        }
        const address = ctx.req?.ip;
        const attempt = {
            identifier: `passkey ${answered.response.id}`,
            ...(address ? { address } : {}),
        };
        if ((await this.limits.admit(attempt)) !== 'admitted') {
            return TOO_MANY_ATTEMPTS;
        }
        const user = await this.userOf(ctx, answered);
        if (!user) {
            return false;
        }
        await this.limits.succeeded(attempt);
        this.strong.note(user);
        return user;
    }

    private async userOf(
        ctx: RequestContext,
        answered: Answered<AssertionResponse>,
    ): Promise<User | undefined> {
        const isOurs = await this.ceremonies.takeSignIn(ctx, answered.challenge);
        const passkey = await this.passkeys.ofCredential(ctx, answered.response.id);
        if (!isOurs || !passkey) {
            return undefined;
        }
        const proven = await this.ceremonies.verify(ctx, passkey, answered);
        const owner = proven && (await this.passkeys.ownerOf(ctx, passkey.userId));
        const { requireVerification } = this.config.authOptions;
        if (!owner || (requireVerification && !owner.user.verified)) {
            return undefined;
        }
        if (!(await this.passkeys.used(ctx, passkey, proven))) {
            Logger.warn(`A use of passkey ${passkey.id} came too late`, 'AuthPasskeys');
            return undefined;
        }
        return owner.user;
    }
}
