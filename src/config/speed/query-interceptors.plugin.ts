import { isOfMutations } from '@efi/plugin-kit';
import { ExternalContextCreator } from '@nestjs/core';
import { PluginCommonModule, VendurePlugin } from '@vendure/core';

/** What a resolver is for, as `@nestjs/graphql` notes it. */
const RESOLVER_TYPE = 'graphql:resolver_type';

type Create = (instance: object, resolver: object, ...rest: unknown[]) => object[];

/** What is used of Nest here, which is private to it. */
interface Inside {
    readonly interceptorsContextCreator: { create: Create };
}

/**
 * Spares queries the interceptors that are there for mutations. Nest makes an observable, a promise and an asynchronous
 * resource for each interceptor of each root field, whether or not it has anything to do.
 */
@VendurePlugin({ imports: [PluginCommonModule], compatibility: '^3.7.0' })
export class QueryInterceptorsPlugin {
    /** Nest puts the resolvers together before any module's `onModuleInit`. */
    constructor(resolvers: ExternalContextCreator) {
        const { interceptorsContextCreator: interceptors } = resolvers as unknown as Inside;
        const create = interceptors.create.bind(interceptors);
        interceptors.create = (instance, resolver, ...rest) => {
            const all = create(instance, resolver, ...rest);
            const isQuery = Reflect.getMetadata(RESOLVER_TYPE, resolver) === 'Query';
            return isQuery ? all.filter(interceptor => !isOfMutations(interceptor)) : all;
        };
    }
}
