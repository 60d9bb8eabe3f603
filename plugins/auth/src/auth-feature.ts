import type { RestRoute } from '@efi/plugin-kit';
import type { Provider, Type } from '@nestjs/common';
import type { RuntimeVendureConfig } from '@vendure/core';
import { concatAST, type DocumentNode } from 'graphql';
import type { AuthOptions } from './auth.options';

interface ApiPart {
    schema?: DocumentNode;
    resolvers?: Type<unknown>[];
}

/** What one folder of this plugin adds to Vendure. `auth.plugin.ts` puts the features together and knows no more. */
export interface AuthFeature {
    entities?: Type<unknown>[];
    providers?: Provider[];
    controllers?: Type<unknown>[];
    shop?: ApiPart;
    admin?: ApiPart;
    /** Of `/api/v1`. */
    routes?: (options: AuthOptions) => readonly RestRoute[];
    /** Changes Vendure's configuration, once, before the server is made. */
    configure?: (config: RuntimeVendureConfig, options: AuthOptions) => void;
}

/** The features' parts of one API, as Vendure takes them from a plugin. */
export function apiOf(parts: (ApiPart | undefined)[]): ApiPart {
    const schemas = parts.flatMap(part => part?.schema ?? []);
    const resolvers = parts.flatMap(part => part?.resolvers ?? []);
    return { resolvers, ...(schemas.length > 0 ? { schema: concatAST(schemas) } : {}) };
}
