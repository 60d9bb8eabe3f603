import { ResolveField, Resolver } from '@nestjs/graphql';
import type { StoredNotice } from '../application/ports/notice-store.port';
import { EfiDynamicPricingNoticeInvalidError } from './notice-invalid.error';

/** Tells GraphQL which of the union's types it has before it. */
@Resolver('PublishEfiDynamicPricingNoticeResult')
export class PublishResultResolver {
    @ResolveField()
    __resolveType(result: StoredNotice | EfiDynamicPricingNoticeInvalidError): string {
        return result instanceof EfiDynamicPricingNoticeInvalidError
            ? result.__typename
            : 'EfiDynamicPricingNotice';
    }
}
