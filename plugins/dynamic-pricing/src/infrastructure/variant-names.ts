import { Injectable } from '@nestjs/common';
import { type RequestContext, RequestContextCacheService, TransactionalConnection } from '@vendure/core';
import DataLoader from 'dataloader';

export interface VariantName {
    readonly name: string;
    readonly sku: string;
}

/** What variants are called, in the reader's language where there is one. */
@Injectable()
export class VariantNames {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly requestCache: RequestContextCacheService,
    ) {}

    /** One query for all that a request asks for in the same breath. */
    one(ctx: RequestContext, id: number): Promise<VariantName | undefined> {
        const loader = this.requestCache.get(
            ctx,
            'efi-pricing-variant-names',
            () =>
                new DataLoader(async (ids: readonly number[]) => {
                    const names = await this.of(ctx, ids);
                    return ids.map(each => names.get(each));
                }),
        );
        return loader.load(id);
    }

    async of(ctx: RequestContext, ids: readonly number[]): Promise<ReadonlyMap<number, VariantName>> {
        const rows = await this.connection.rawConnection.query<(VariantName & { id: number })[]>(
            `SELECT DISTINCT ON (v.id) v.id, v.sku, coalesce(t.name, v.sku) AS name
               FROM product_variant v
               LEFT JOIN product_variant_translation t ON t."baseId" = v.id
              WHERE v.id = ANY($1::int[])
              ORDER BY v.id, t."languageCode" = $2 DESC, t."languageCode" = $3 DESC`,
            [ids, ctx.languageCode, ctx.channel.defaultLanguageCode],
        );
        return new Map(rows.map(({ id, ...name }) => [id, name]));
    }
}
