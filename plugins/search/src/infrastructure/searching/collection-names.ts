import { Injectable } from '@nestjs/common';
import { Collection, ConfigService, type RequestContext, TransactionalConnection } from '@vendure/core';
import type { TermQuery } from '../../domain/search-term';

const BY_NAME = `
    SELECT c.id FROM collection c
      JOIN collection_channels_channel assigned ON assigned."collectionId" = c.id AND assigned."channelId" = $1
     CROSS JOIN LATERAL (
           SELECT t.name FROM collection_translation t WHERE t."baseId" = c.id
            ORDER BY t."languageCode" = $2 DESC, t."languageCode" = $3 DESC, t.id LIMIT 1
     ) named
     WHERE NOT c."isRoot" AND NOT c."isPrivate" AND to_tsvector('simple', named.name) @@ to_tsquery('simple', $4)
     ORDER BY length(named.name), named.name, c.id
     LIMIT $5`;

/** Finds collections by what they are called. */
@Injectable()
export class CollectionNames {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly config: ConfigService,
    ) {}

    /** @returns the ids of public collections with all words of the term in their name, the shortest name first. */
    async find(ctx: RequestContext, term: TermQuery, take: number): Promise<number[]> {
        const { manager } = this.connection.getRepository(ctx, Collection);
        const { defaultLanguageCode } = this.config;
        const rows = await manager.query<Array<{ id: number }>>(BY_NAME, [
            ctx.channelId,
            ctx.languageCode,
            defaultLanguageCode,
            term.anywhere,
            take,
        ]);
        return rows.map(({ id }) => id);
    }
}
