import { shopAnswers } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import {
    CollectionService,
    type ID,
    ProductService,
    type RequestContext,
    TransactionalConnection,
} from '@vendure/core';
import type { SlugOwner } from './old-slug.entity';

interface OwnerTable {
    readonly table: string;
    /** Of a row: whether it is there at all. */
    readonly isThere: string;
    /** Of a row that is there: whether shoppers see it. */
    readonly isSeen: string;
}

const ownerTables: Readonly<Record<SlugOwner, OwnerTable>> = {
    PRODUCT: { table: 'product', isThere: '"deletedAt" IS NULL', isSeen: 'enabled' },
    COLLECTION: { table: 'collection', isThere: 'true', isSeen: 'NOT "isPrivate"' },
};

/**
 * Whose the slug was: in the language of the request rather than in another, and of those the last. Nobody's while
 * anything has it in this channel, seen or not: what is out of sight may come back, and a browser keeps a permanent
 * redirect for good.
 */
const ownerQuery = ({ table, isThere, isSeen }: OwnerTable) => `
    WITH here AS (
        SELECT * FROM ${table}
          JOIN ${table}_channels_channel place ON place."${table}Id" = id AND place."channelId" = $3
         WHERE ${isThere})
    SELECT old."entityId" FROM efi_old_slug old
      JOIN here ON here.id = old."entityId" AND ${isSeen}
     WHERE old.kind = $1 AND old.slug = $2
       AND NOT EXISTS (
           SELECT FROM ${table}_translation text JOIN here ON here.id = text."baseId" WHERE text.slug = $2)
     ORDER BY old."languageCode" = $4 DESC, old."changedAt" DESC
     LIMIT 1`;

/** Where an address that has nothing any more leads to. */
@Injectable()
export class CurrentSlugs {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly products: ProductService,
        private readonly collections: CollectionService,
    ) {
        // The trigger that writes it announces each change.
        shopAnswers(connection.rawConnection).addAnnouncedTables(['efi_old_slug']);
    }

    /** @returns the slug, in the language of `ctx`, that what had `slug` has now; none when it can't be seen. */
    async find(ctx: RequestContext, of: SlugOwner, slug: string): Promise<string | undefined> {
        const [owner] = await this.connection.rawConnection.query<Array<{ entityId: ID }>>(
            ownerQuery(ownerTables[of]),
            [of, slug, ctx.channelId, ctx.languageCode],
        );
        return owner && this.slugOf(ctx, of, owner.entityId);
    }

    private async slugOf(ctx: RequestContext, of: SlugOwner, id: ID): Promise<string | undefined> {
        const owner =
            of === 'PRODUCT'
                ? await this.products.findOne(ctx, id, [])
                : await this.collections.findOne(ctx, id, []);
        return owner?.slug;
    }
}
