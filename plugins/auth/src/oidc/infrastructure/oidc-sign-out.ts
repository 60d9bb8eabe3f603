import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AuthService } from '@vendure/core';
import type { OidcProviderOptions } from '../oidc.options';

const PREFIX = 'oidc:';

/** What a session says of how it began. Not a name of GraphQL, so that nobody can ask for it as a strategy. */
export function strategyOf({ id }: OidcProviderOptions): string {
    return PREFIX + id;
}

interface Strategies {
    getAuthenticationStrategy(apiType: string, method: string): { readonly name: string };
}

/** When a session ends, Vendure looks for the strategy that it began with, and fails where it is none of its list. */
@Injectable()
export class OidcSignOut implements OnModuleInit {
    constructor(private readonly auth: AuthService) {}

    onModuleInit(): void {
        const strategies = this.auth as unknown as Strategies;
        const find = strategies.getAuthenticationStrategy.bind(strategies);
        strategies.getAuthenticationStrategy = (apiType, method) =>
            method.startsWith(PREFIX) ? { name: method } : find(apiType, method);
    }
}
