import { Injectable } from '@nestjs/common';
import {
    type ID,
    Product,
    type RequestContext,
    TransactionalConnection,
    TranslatorService,
} from '@vendure/core';
import { In, IsNull } from 'typeorm';

/** What a product looks like in a list: everything but its price and whether it can be bought. */
export interface ProductFace {
    readonly productId: ID;
    readonly productName: string;
    readonly slug: string;
    readonly productAsset:
        { id: ID; preview: string; focalPoint: { x: number; y: number } | undefined } | undefined;
}

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
        const products = await this.connection.rawConnection.getRepository(Product).find({
            where: { id: In([...ids]), deletedAt: IsNull() },
            relations: { featuredAsset: true },
            relationLoadStrategy: 'join',
        });
        return new Map(
            products.map(product => {
                const { name, slug } = this.translator.translate(product, ctx);
                const asset = product.featuredAsset;
                return [
                    Number(product.id),
                    {
                        ...{ productId: product.id, productName: name, slug },
                        productAsset: asset
                            ? { id: asset.id, preview: asset.preview, focalPoint: asset.focalPoint }
                            : undefined,
                    },
                ];
            }),
        );
    }
}
