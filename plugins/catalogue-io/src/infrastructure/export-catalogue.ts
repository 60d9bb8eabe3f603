import { Injectable } from '@nestjs/common';
import { normalizeString } from '@vendure/common/lib/normalize-string';
import {
    ConfigService,
    type RequestContext,
    StockLocationService,
    TransactionalConnection,
} from '@vendure/core';
import { type ExportFormat, fileWriter } from '../domain/export-file';
import { exportRows, type ShopProduct, type Writing } from '../domain/export-rows';

/** Products that are read at once: what a slow reader has waiting in memory. */
const PAGE = 250;

/** Names that several assets of the channel have: those can only be told apart by their paths. */
const SHARED_NAMES = `
    SELECT t.name FROM asset_translation t JOIN asset_channels_channel c ON c."assetId" = t."baseId" AND c."channelId" = $2
     GROUP BY t.name HAVING count(DISTINCT t."baseId") > 1`;

const texts = (table: string, id: string, column = 'name'): string =>
    `(SELECT coalesce(jsonb_object_agg(t."languageCode", t.${column}), '{}') FROM ${table} t WHERE t."baseId" = ${id})`;

const assets = (table: string, owner: string, of: string): string => `
    (SELECT coalesce(json_agg(CASE WHEN t.name IS NULL OR t.name IN (SELECT name FROM shared_names)
                                   THEN a.source ELSE t.name END
                              ORDER BY (a.id = ${of}."featuredAssetId") IS TRUE DESC, l.position), '[]')
       FROM ${table} l JOIN asset a ON a.id = l."assetId"
       LEFT JOIN LATERAL (SELECT name FROM asset_translation t WHERE t."baseId" = a.id
                           ORDER BY t."languageCode" = $4 DESC LIMIT 1) t ON true
      WHERE l."${owner}" = ${of}.id)`;

const facetValues = (table: string, owner: string, of: string): string => `
    (SELECT coalesce(json_agg(json_build_object('code', f.code,
                'facet', ${texts('facet_translation', 'f.id')},
                'value', ${texts('facet_value_translation', 'v.id')}) ORDER BY f.id, v.id), '[]')
       FROM ${table} l JOIN facet_value v ON v.id = l."facetValueId" JOIN facet f ON f.id = v."facetId"
      WHERE l."${owner}" = ${of}.id)`;

const VARIANT = `json_build_object(
    'sku', pv.sku, 'enabled', pv.enabled, 'trackInventory', pv."trackInventory",
    'names', ${texts('product_variant_translation', 'pv.id')},
    'prices', (SELECT coalesce(json_object_agg(r."currencyCode", r.price), '{}') FROM product_variant_price r
                WHERE r."variantId" = pv.id AND r."channelId" = $2),
    'taxCategory', (SELECT name FROM tax_category WHERE id = pv."taxCategoryId"),
    'stockOnHand', (SELECT s."stockOnHand" FROM stock_level s
                     WHERE s."productVariantId" = pv.id AND s."stockLocationId" = $3),
    'facets', ${facetValues('product_variant_facet_values_facet_value', 'productVariantId', 'pv')},
    'assets', ${assets('product_variant_asset', 'productVariantId', 'pv')},
    'options', (SELECT coalesce(json_agg(json_build_object('groupId', o."groupId",
                    'name', ${texts('product_option_translation', 'o.id')})), '[]')
                  FROM product_variant_options_product_option l
                  JOIN product_option o ON o.id = l."productOptionId" AND o."deletedAt" IS NULL
                 WHERE l."productVariantId" = pv.id))`;

const IN_CHANNEL = `pv."productId" = p.id AND pv."deletedAt" IS NULL AND EXISTS (
    SELECT FROM product_variant_channels_channel c WHERE c."productVariantId" = pv.id AND c."channelId" = $2)`;

/** `$1` is the last product of the page before, `$2` the channel, `$3` the stock location, `$4` the main language. */
const READ_PAGE = `
    WITH shared_names AS MATERIALIZED (${SHARED_NAMES})
    SELECT p.id, p.enabled,
           ${texts('product_translation', 'p.id')} AS names,
           ${texts('product_translation', 'p.id', 'slug')} AS slugs,
           ${texts('product_translation', 'p.id', 'description')} AS descriptions,
           ${facetValues('product_facet_values_facet_value', 'productId', 'p')} AS facets,
           ${assets('product_asset', 'productId', 'p')} AS assets,
           (SELECT coalesce(json_agg(json_build_object('id', g.id,
                       'code', CASE WHEN (SELECT count(*) FROM product_option_groups_product_option_group same
                                           WHERE same."productOptionGroupId" = g.id) > 1 THEN g.code END,
                       'name', ${texts('product_option_group_translation', 'g.id')}) ORDER BY g.id), '[]')
              FROM product_option_groups_product_option_group l
              JOIN product_option_group g ON g.id = l."productOptionGroupId" AND g."deletedAt" IS NULL
             WHERE l."productId" = p.id) AS "optionGroups",
           (SELECT json_agg(${VARIANT} ORDER BY pv.id) FROM product_variant pv WHERE ${IN_CHANNEL}) AS variants
      FROM product p
     WHERE p.id > $1 AND p."deletedAt" IS NULL
       AND EXISTS (SELECT FROM product_channels_channel c WHERE c."productId" = p.id AND c."channelId" = $2)
       AND EXISTS (SELECT FROM product_translation t WHERE t."baseId" = p.id AND t."languageCode" = $4)
       AND EXISTS (SELECT FROM product_variant pv WHERE ${IN_CHANNEL})
     ORDER BY p.id LIMIT ${PAGE}`;

/** Writes the products of a channel as the import reads them. */
@Injectable()
export class ExportCatalogue {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly config: ConfigService,
        private readonly locations: StockLocationService,
    ) {}

    /** Pieces of the file. Each product is as it was at one moment, and no transaction waits for a slow reader. */
    async *write(ctx: RequestContext, format: ExportFormat): AsyncGenerator<string> {
        const { manager } = this.connection.rawConnection;
        const writing = await this.writing(ctx);
        const { head, write } = fileWriter(format, writing);
        const location = await this.locations.defaultStockLocation(ctx);
        yield head;
        for (let last: number | undefined = 0; last !== undefined;) {
            const page: ShopProduct[] = await manager.query(READ_PAGE, [
                last,
                ctx.channelId,
                location.id,
                writing.languages[0],
            ]);
            yield page.map(product => write(exportRows(product, writing))).join('');
            last = page.length === PAGE ? page.at(-1)?.id : undefined;
        }
    }

    private async writing({ channel }: RequestContext): Promise<Writing> {
        const main = channel.defaultLanguageCode;
        const used = await this.connection.rawConnection.manager.query<Array<{ code: string }>>(
            `SELECT DISTINCT t."languageCode" AS code FROM product_translation t
               JOIN product_channels_channel c ON c."productId" = t."baseId" AND c."channelId" = $1
              WHERE t."languageCode" = ANY($2::text[]) ORDER BY 1`,
            [channel.id, channel.availableLanguageCodes.filter(code => code !== main)],
        );
        return {
            languages: [main, ...used.map(({ code }) => code)],
            currencyCode: channel.defaultCurrencyCode,
            otherCurrencies: channel.availableCurrencyCodes.filter(
                code => code !== channel.defaultCurrencyCode,
            ),
            precision: this.config.entityOptions.moneyStrategy.precision ?? 2,
            slugOf: name => normalizeString(name, '-'),
        };
    }
}
