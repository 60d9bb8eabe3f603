import { Injectable } from '@nestjs/common';
import { ProductVariant, type RequestContext, TransactionalConnection } from '@vendure/core';

/** What a variant is called. */
export interface VariantLabel {
    readonly variantId: number;
    readonly name: string;
    readonly sku: string;
}

const LABELS = `
    SELECT DISTINCT ON (v.id) v.id AS "variantId", v.sku, t.name
      FROM product_variant v
      JOIN product_variant_translation t ON t."baseId" = v.id
     WHERE v.id = ANY($1::int[])
     ORDER BY v.id, t."languageCode" = $2 DESC, t."languageCode" = $3 DESC, t."languageCode"`;

/** Names of variants without their prices and taxes: in the language of the request, else in the channel's. */
@Injectable()
export class VariantLabels {
    constructor(private readonly connection: TransactionalConnection) {}

    async of(ctx: RequestContext, variantIds: readonly number[]): Promise<Map<number, VariantLabel>> {
        const labels = await this.connection
            .getRepository(ctx, ProductVariant)
            .query<VariantLabel[]>(LABELS, [variantIds, ctx.languageCode, ctx.channel.defaultLanguageCode]);
        return new Map(labels.map(label => [label.variantId, label]));
    }
}
