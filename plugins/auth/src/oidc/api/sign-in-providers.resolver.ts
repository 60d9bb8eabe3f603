import { Inject } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, Permission, type RequestContext } from '@vendure/core';
import { audienceOf } from '../../infrastructure/audience-of';
import { startOf } from '../infrastructure/pending-sign-in';
import { OIDC_SETTINGS, type OidcSettings } from '../oidc.options';

/** What a page for signing in offers beside a password. */
@Resolver()
export class SignInProvidersResolver {
    constructor(@Inject(OIDC_SETTINGS) private readonly settings: OidcSettings | undefined) {}

    @Query()
    @Allow(Permission.Public)
    efiSignInProviders(@Ctx() ctx: RequestContext) {
        const { providers = [], publicUrl = '' } = this.settings ?? {};
        return providers
            .filter(({ audience }) => audience === audienceOf(ctx))
            .map(({ id, label }) => ({ id, label, start: startOf(publicUrl, id) }));
    }
}
