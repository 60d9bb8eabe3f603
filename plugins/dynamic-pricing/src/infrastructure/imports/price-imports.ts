import { Inject, Injectable } from '@nestjs/common';
import { type RequestContext, TransactionalConnection } from '@vendure/core';
import { type FeedVerdict, judgeDelivery } from '../../domain/imports/feed-verdict';
import {
    type AcceptedPrice,
    checkRows,
    type RawRow,
    type RejectedRow,
} from '../../domain/imports/price-rows';
import { DYNAMIC_PRICING_OPTIONS, type ResolvedDynamicPricingOptions } from '../../dynamic-pricing.options';
import { Audit } from '../audit';
import { EfiVariantCost } from '../entities/variant-facts.entities';
import { readCsv } from './read-csv';

export interface Delivery {
    readonly kind: 'competitor' | 'cost';
    readonly currencyCode: string;
    readonly source: string;
    /** Of one competitor, whose rows do not name it. */
    readonly competitor?: string;
    /** Rows of the last good delivery of the same source. */
    readonly lastCount: number;
}

export interface ImportResult {
    readonly accepted: number;
    readonly rejected: readonly RejectedRow[];
    /** Why nothing of it was taken; null when it was. */
    readonly problem: string | null;
}

const COSTS = `
    INSERT INTO efi_variant_cost ("variantId", "currencyCode", cost, "updatedAt")
    SELECT v.id, $2, r.amount, now() FROM jsonb_to_recordset($1::jsonb) AS r(sku text, amount int)
      JOIN product_variant v ON v.sku = r.sku AND v."deletedAt" IS NULL
    ON CONFLICT ("variantId", "currencyCode") DO UPDATE SET cost = excluded.cost, "updatedAt" = now()`;

/** An older observation never replaces a newer one. */
const COMPETITORS = `
    INSERT INTO efi_competitor_price ("variantId", "channelId", "currencyCode", competitor, price, "observedAt")
    SELECT v.id, $3, $2, r.competitor, r.amount, r."observedAt"
      FROM jsonb_to_recordset($1::jsonb) AS r(sku text, competitor text, amount int, "observedAt" timestamptz)
      JOIN product_variant v ON v.sku = r.sku AND v."deletedAt" IS NULL
    ON CONFLICT ("variantId", "channelId", "currencyCode", competitor) DO UPDATE
       SET price = excluded.price, "observedAt" = excluded."observedAt"
     WHERE efi_competitor_price."observedAt" <= excluded."observedAt"`;

/** Takes costs and competitors' prices in, and nothing of a delivery that looks wrong as a whole. */
@Injectable()
export class PriceImports {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly audit: Audit,
        @Inject(DYNAMIC_PRICING_OPTIONS) private readonly options: ResolvedDynamicPricingOptions,
    ) {}

    async takeCsv(ctx: RequestContext, csv: string, delivery: Delivery): Promise<ImportResult> {
        const needed = delivery.kind === 'cost' ? ['sku', 'cost', 'currency'] : ['sku', 'price', 'currency'];
        const read = readCsv(csv, needed);
        return read.ok
            ? this.take(ctx, read.rows, delivery)
            : { accepted: 0, rejected: [], problem: `${read.problem}: ${read.detail}` };
    }

    async take(ctx: RequestContext, rows: readonly RawRow[], delivery: Delivery): Promise<ImportResult> {
        const checked = checkRows(rows, {
            kind: delivery.kind,
            currencyCode: delivery.currencyCode,
            competitor: delivery.competitor,
            now: new Date(),
            maxAgeHours: this.options.feeds.maxAgeHours,
            ownPrices: await this.ownPrices(ctx, rows, delivery.currencyCode),
            decimals: decimalsOf(delivery.currencyCode),
        });
        const verdict: FeedVerdict = judgeDelivery(checked, delivery.lastCount);
        const result = {
            accepted: verdict.ok ? checked.accepted.length : 0,
            rejected: checked.rejected,
            problem: verdict.ok ? null : verdict.problem,
        };
        if (verdict.ok) {
            await this.write(ctx, checked.accepted, delivery);
        }
        await this.audit.record(ctx, `${delivery.kind}.imported`, {
            source: delivery.source,
            accepted: result.accepted,
            rejected: result.rejected.length,
            problem: result.problem,
        });
        return result;
    }

    private async write(
        ctx: RequestContext,
        prices: readonly AcceptedPrice[],
        { kind, currencyCode }: Delivery,
    ) {
        const { manager } = this.connection.getRepository(ctx, EfiVariantCost);
        const rows = JSON.stringify(prices);
        await (kind === 'cost'
            ? manager.query(COSTS, [rows, currencyCode])
            : manager.query(COMPETITORS, [rows, currencyCode, ctx.channelId]));
    }

    /** List prices, since the engine's own must not shift what counts as a slip. */
    private async ownPrices(ctx: RequestContext, rows: readonly RawRow[], currencyCode: string) {
        const skus = [...new Set(rows.flatMap(({ columns }) => columns.sku ?? []))];
        const found = await this.connection
            .getRepository(ctx, EfiVariantCost)
            .manager.query<{ sku: string; price: number }[]>(
                `SELECT v.sku, coalesce((p."customFieldsEfioffer"->>'list')::int, p.price) AS price
               FROM product_variant v
               JOIN product_variant_price p ON p."variantId" = v.id AND p."channelId" = $2 AND p."currencyCode" = $3
              WHERE v.sku = ANY($1::text[]) AND v."deletedAt" IS NULL`,
                [skus, ctx.channelId, currencyCode],
            );
        return new Map(found.map(({ sku, price }) => [sku, price]));
    }
}

/** By ISO 4217, as ECMAScript knows it. */
function decimalsOf(currency: string): number {
    return (
        new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
            .maximumFractionDigits ?? 2
    );
}
