import { ResolveField, Resolver } from '@nestjs/graphql';
import type { StoredNotice } from '../application/ports/notice-store.port';
import { EfiMyFeatureNoticeInvalidError } from './notice-invalid.error';

/** Tells GraphQL which of the union's types it has before it. */
@Resolver('PublishEfiMyFeatureNoticeResult')
export class PublishResultResolver {
    @ResolveField()
    __resolveType(result: StoredNotice | EfiMyFeatureNoticeInvalidError): string {
        return result instanceof EfiMyFeatureNoticeInvalidError ? result.__typename : 'EfiMyFeatureNotice';
    }
}
