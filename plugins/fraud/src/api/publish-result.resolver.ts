import { ResolveField, Resolver } from '@nestjs/graphql';
import type { StoredNotice } from '../application/ports/notice-store.port';
import { EfiFraudNoticeInvalidError } from './notice-invalid.error';

/** Tells GraphQL which of the union's types it has before it. */
@Resolver('PublishEfiFraudNoticeResult')
export class PublishResultResolver {
    @ResolveField()
    __resolveType(result: StoredNotice | EfiFraudNoticeInvalidError): string {
        return result instanceof EfiFraudNoticeInvalidError ? result.__typename : 'EfiFraudNotice';
    }
}
