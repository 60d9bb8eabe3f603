import {
    type AuthenticationStrategy,
    type Injector,
    Logger,
    type RequestContext,
    TransactionalConnection,
    User,
} from '@vendure/core';
import type { DocumentNode } from 'graphql';
import { gql } from 'graphql-tag';
import { IsNull } from 'typeorm';
import { audienceOf } from '../../infrastructure/audience-of';
import { StrongSignIns } from '../../second-factor/infrastructure/strong-sign-ins';
import { type GivenCode, SignInCodes } from './sign-in-codes';

/** Longer ones are none of ours. */
const LONGEST = 200;

/** The end of a sign-in with a provider, as one of Vendure's strategies: session and cart come as with a password. */
export class SignInCodeStrategy implements AuthenticationStrategy<GivenCode> {
    /** The key of `authenticate(input: { … })`. */
    readonly name = 'efiSignInCode';
    private codes!: SignInCodes;
    private strong!: StrongSignIns;
    private connection!: TransactionalConnection;

    init(injector: Injector): void {
        this.codes = injector.get(SignInCodes);
        this.strong = injector.get(StrongSignIns);
        this.connection = injector.get(TransactionalConnection);
    }

    defineInputType(): DocumentNode {
        return gql`
            "The code with which a browser came back from a provider, and the secret of the page that sent it there."
            input EfiSignInCodeInput {
                code: String!
                "That whose SHA-256, in base64url, was the challenge."
                verifier: String!
            }
        `;
    }

    async authenticate(ctx: RequestContext, given: GivenCode): Promise<User | false> {
        if (given.code.length > LONGEST || given.verifier.length > LONGEST) {
            return false;
        }
        const proven = await this.codes.take(ctx, audienceOf(ctx), given);
        if (!proven) {
            Logger.verbose('A code for signing in was not good, or no longer', 'AuthOidc');
            return false;
        }
        const user = await this.connection.getRepository(ctx, User).findOne({
            where: { id: proven.userId, deletedAt: IsNull() },
            relations: ['roles', 'roles.channels', 'authenticationMethods'],
        });
        if (user && proven.isStrong) {
            this.strong.note(user);
        }
        return user ?? false;
    }
}
