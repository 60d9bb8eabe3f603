import { Injectable } from '@nestjs/common';
import { queryPrepared } from '@efi/plugin-kit';
import {
    type ID,
    type LanguageCode,
    Product,
    ProductTranslation,
    type RequestContext,
    TransactionalConnection,
    TranslatorService,
} from '@vendure/core';

/** What a product looks like in a list: everything but its price and whether it can be bought. */
export interface ProductFace {
    readonly productId: ID;
    readonly productName: string;
    readonly slug: string;
    readonly productAsset:
        { id: ID; preview: string; focalPoint: { x: number; y: number } | undefined } | undefined;
}

interface FaceRow {
    readonly productId: number;
    readonly languageCode: LanguageCode;
    readonly name: string;
    readonly slug: string;
    readonly assetId: number | null;
    readonly preview: string | null;
    readonly focalPoint: string | null;
}

const products = `
    SELECT p.id AS "productId", t."languageCode", t.name, t.slug, a.id AS "assetId", a.preview, a."focalPoint"
      FROM product p
      JOIN product_translation t ON t."baseId" = p.id
      LEFT JOIN asset a ON a.id = p."featuredAssetId"
     WHERE p.id = ANY($1::int[]) AND p."deletedAt" IS NULL
     ORDER BY p.id, t.id`;

/** How long a list may show a name or picture from before a change. */
const THIRTY_SECONDS = 30_000;
/** About 10 MB. Then all is forgotten and read again, which costs a list some milliseconds. */
const MOST = 20_000;

interface Entry {
    /** Undefined for a product that is gone. */
    readonly face: ProductFace | undefined;
    readonly until: number;
}

/** Products' names and pictures by language, from memory: they are most of what a list would read. */
@Injectable()
export class ProductFaces {
    private readonly entries = new Map<string, Entry>();

    constructor(
        private readonly connection: TransactionalConnection,
        private readonly translator: TranslatorService,
    ) {}

    async of(ctx: RequestContext, productIds: readonly number[]): Promise<ReadonlyMap<number, ProductFace>> {
        const now = Date.now();
        const key = (productId: number) =>
            `${productId} ${ctx.languageCode} ${ctx.channel.defaultLanguageCode}`;
        const unknown = productIds.filter(id => (this.entries.get(key(id))?.until ?? 0) <= now);
        if (unknown.length > 0) {
            const read = await this.read(ctx, unknown);
            if (this.entries.size + unknown.length > MOST) {
                this.entries.clear();
            }
            for (const id of unknown) {
                this.entries.set(key(id), { face: read.get(id), until: now + THIRTY_SECONDS });
            }
        }
        return new Map(
            productIds.flatMap((id): Array<[number, ProductFace]> => {
                const face = this.entries.get(key(id))?.face;
                return face ? [[id, face]] : [];
            }),
        );
    }

    private async read(ctx: RequestContext, ids: readonly number[]): Promise<Map<number, ProductFace>> {
        const rows = await queryPrepared<FaceRow>(this.connection.rawConnection.manager, products, [ids]);
        const byProduct = new Map<number, FaceRow[]>();
        for (const row of rows) {
            const own = byProduct.get(row.productId) ?? [];
            own.push(row);
            byProduct.set(row.productId, own);
        }
        return new Map([...byProduct].map(([id, own]) => [id, this.faceOf(ctx, id, own)]));
    }

    /** In the language that Vendure would choose. */
    private faceOf(ctx: RequestContext, id: number, rows: readonly FaceRow[]): ProductFace {
        const translations = rows.map(
            ({ languageCode, name, slug }) => new ProductTranslation({ languageCode, name, slug }),
        );
        const { name, slug } = this.translator.translate(new Product({ id, translations }), ctx);
        const asset = rows[0];
        return {
            ...{ productId: id, productName: name, slug },
            productAsset:
                asset?.assetId != null && asset.preview !== null
                    ? { id: asset.assetId, preview: asset.preview, focalPoint: pointOf(asset.focalPoint) }
                    : undefined,
        };
    }
}

/** As TypeORM's `simple-json` keeps it. */
function pointOf(text: string | null): { x: number; y: number } | undefined {
    return text === null ? undefined : ((JSON.parse(text) as { x: number; y: number } | null) ?? undefined);
}
