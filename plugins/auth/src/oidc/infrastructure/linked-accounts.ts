import { asSystem } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import {
    Administrator,
    ConfigService,
    Customer,
    ExternalAuthenticationMethod,
    ExternalAuthenticationService,
    type RequestContext,
    Role,
    TransactionalConnection,
    User,
} from '@vendure/core';
import { In, IsNull } from 'typeorm';
import { type Profile, profileOf, rolesAfter } from '../domain/profile';
import type { OidcProviderOptions } from '../oidc.options';
import type { ProvenIdentity } from './oidc-clients';

/** Why somebody whom a provider knows may not sign in here. */
export type Refusal = 'email-not-verified' | 'account-not-verified' | 'no-account' | 'no-role';

export type Found = { readonly user: User } | { readonly refusal: Refusal };

/** The accounts of people whom providers know: linked by who they are there, and first of all by a verified e-mail. */
@Injectable()
export class LinkedAccounts {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly external: ExternalAuthenticationService,
        private readonly config: ConfigService,
    ) {}

    /** @param ctx - Of the provider's audience, in a transaction. */
    async find(ctx: RequestContext, provider: OidcProviderOptions, identity: ProvenIdentity): Promise<Found> {
        const profile = profileOf(identity.subject, identity.claims);
        // The same person in two tabs is one account.
        await this.connection
            .getRepository(ctx, User)
            .manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
                `${strategyOf(provider)} ${identity.subject}`,
            ]);
        return provider.audience === 'shop'
            ? this.shopper(ctx, provider, profile)
            : this.member(ctx, provider, profile, identity.claims);
    }

    private async shopper(
        ctx: RequestContext,
        provider: OidcProviderOptions,
        profile: Profile,
    ): Promise<Found> {
        const { subject, verifiedEmail, firstName, lastName } = profile;
        const strategy = strategyOf(provider);
        const known = await this.external.findCustomerUser(ctx, strategy, subject, false);
        if (known) {
            return { user: known };
        }
        if (verifiedEmail === undefined) {
            return { refusal: 'email-not-verified' };
        }
        if (await this.isSomebodyElses(ctx, verifiedEmail)) {
            return { refusal: 'account-not-verified' };
        }
        const user = await this.external.createCustomerAndUser(ctx, {
            ...{ strategy, externalIdentifier: subject, emailAddress: verifiedEmail, firstName, lastName },
            verified: true,
        });
        return { user };
    }

    /**
     * Whether there is an account with this address whose password may be another person's: whoever began it never
     * showed that the address is theirs. Linked to it, the owner would share an account with them.
     */
    private async isSomebodyElses(ctx: RequestContext, emailAddress: string): Promise<boolean> {
        const customers = await asSystem(() =>
            this.connection.getRepository(ctx, Customer).find({
                where: { emailAddress, deletedAt: IsNull() },
                relations: ['user', 'user.authenticationMethods'],
            }),
        );
        const { requireVerification } = this.config.authOptions;
        return customers.some(
            ({ user }) =>
                user &&
                (!user.verified || (!requireVerification && user.getNativeAuthenticationMethod(false))),
        );
    }

    private async member(
        ctx: RequestContext,
        provider: OidcProviderOptions,
        profile: Profile,
        claims: ProvenIdentity['claims'],
    ): Promise<Found> {
        const known = await this.external.findAdministratorUser(ctx, strategyOf(provider), profile.subject);
        if (!known && profile.verifiedEmail === undefined) {
            return { refusal: 'email-not-verified' };
        }
        const user = known ?? (await this.memberByEmail(ctx, profile.verifiedEmail ?? ''));
        const present = user ? await this.rolesOf(ctx, user) : [];
        const codes = provider.roles
            ? rolesAfter(
                  present.map(({ code }) => code),
                  provider.roles.map,
                  claims[provider.roles.claim],
              )
            : present.map(({ code }) => code);
        if (!codes) {
            return { refusal: 'no-role' };
        }
        if (user) {
            if (!known) {
                await this.link(ctx, provider, user, profile.subject);
            }
            await this.giveRoles(ctx, user, present, codes);
            return { user };
        }
        return provider.roles ? this.newMember(ctx, provider, profile, codes) : { refusal: 'no-account' };
    }

    private async newMember(
        ctx: RequestContext,
        provider: OidcProviderOptions,
        { subject, verifiedEmail = '', firstName, lastName }: Profile,
        codes: string[],
    ): Promise<Found> {
        const roles = await this.connection.getRepository(ctx, Role).findBy({ code: In(codes) });
        if (roles.length === 0) {
            return { refusal: 'no-role' };
        }
        const user = await this.external.createAdministratorAndUser(ctx, {
            ...{ strategy: strategyOf(provider), externalIdentifier: subject, identifier: verifiedEmail },
            ...{ emailAddress: verifiedEmail, firstName, lastName, roles },
        });
        return { user };
    }

    private async memberByEmail(ctx: RequestContext, email: string): Promise<User | undefined> {
        const found = await this.connection
            .getRepository(ctx, Administrator)
            .createQueryBuilder('administrator')
            .innerJoinAndSelect('administrator.user', 'user', 'user.deletedAt IS NULL')
            .where('administrator.deletedAt IS NULL AND LOWER(administrator.emailAddress) = :email', {
                email,
            })
            .getMany();
        // Vendure lets two have the same: then it says nothing about who this is.
        return found.length === 1 ? found[0]?.user : undefined;
    }

    private async link(
        ctx: RequestContext,
        provider: OidcProviderOptions,
        user: User,
        externalIdentifier: string,
    ): Promise<void> {
        const method = new ExternalAuthenticationMethod({
            externalIdentifier,
            strategy: strategyOf(provider),
            user,
        });
        await this.connection.getRepository(ctx, ExternalAuthenticationMethod).save(method);
    }

    private async rolesOf(ctx: RequestContext, { id }: User): Promise<Role[]> {
        const user = await this.connection
            .getRepository(ctx, User)
            .findOne({ where: { id, deletedAt: IsNull() }, relations: ['roles', 'roles.channels'] });
        return user?.roles ?? [];
    }

    private async giveRoles(
        ctx: RequestContext,
        user: User,
        present: Role[],
        codes: string[],
    ): Promise<void> {
        const has = (roles: { code: string }[], code: string) => roles.some(role => role.code === code);
        const isSame = present.length === codes.length && codes.every(code => has(present, code));
        user.roles = isSame
            ? present
            : await this.connection
                  .getRepository(ctx, Role)
                  .find({ where: { code: In(codes) }, relations: ['channels'] });
        if (!isSame) {
            await this.connection.getRepository(ctx, User).save(user, { reload: false });
            // Ends the tokens of before now, not when the new session is there and would end with them.
            await this.connection
                .getRepository(ctx, User)
                .manager.query('SET CONSTRAINTS efi_auth_role_taken IMMEDIATE');
        }
    }
}

/** By issuer: a provider that is given another address knows other people. */
function strategyOf({ issuer }: OidcProviderOptions): string {
    return `oidc ${issuer}`;
}
