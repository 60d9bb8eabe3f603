import { Injectable } from '@nestjs/common';
import {
    Asset,
    Collection,
    type ID,
    Product,
    type RequestContext,
    TransactionalConnection,
    type Type,
    type VendureEntity,
} from '@vendure/core';
import type { ContentBody } from '../domain/content';
import { type ContentProblem, Problems } from '../domain/problem';
import { EfiContentPage } from './entities';

interface Reference {
    readonly field: string;
    readonly id: string;
}

/** What a page shows and leads to, and whether the channel has it. */
@Injectable()
export class References {
    constructor(private readonly connection: TransactionalConnection) {}

    /** Those that lead nowhere. */
    async check(ctx: RequestContext, body: ContentBody): Promise<readonly ContentProblem[]> {
        const { assets, collections, products, pages } = referencesOf(body);
        const problems = new Problems();
        const missing = async (references: readonly Reference[], known: (ids: string[]) => Promise<ID[]>) => {
            const ids = [...new Set(references.map(({ id }) => id))];
            const found = new Set(ids.length > 0 ? (await known(ids)).map(String) : []);
            references
                .filter(({ id }) => !found.has(id))
                .forEach(({ field }) => problems.add(field, 'NOT_FOUND', 'is not in this channel'));
        };
        await missing(assets, ids => this.inChannel(ctx, Asset, ids));
        await missing(collections, ids => this.inChannel(ctx, Collection, ids));
        await missing(products, ids => this.inChannel(ctx, Product, ids));
        await missing(pages, ids => this.pagesOf(ctx, ids));
        return problems.found;
    }

    private async inChannel<Entity extends VendureEntity & { channels: unknown[] }>(
        ctx: RequestContext,
        entity: Type<Entity>,
        ids: readonly string[],
    ): Promise<ID[]> {
        const found = await this.connection.findByIdsInChannel(ctx, entity, [...ids], ctx.channelId, {});
        return found.filter(one => !('deletedAt' in one && one.deletedAt)).map(({ id }) => id);
    }

    private async pagesOf(ctx: RequestContext, ids: readonly string[]): Promise<ID[]> {
        const found = await this.connection
            .getRepository(ctx, EfiContentPage)
            .createQueryBuilder('page')
            .select('page.id')
            .where('page.id IN (:...ids) AND page.channelId = :channelId', { ids, channelId: ctx.channelId })
            .getMany();
        return found.map(({ id }) => id);
    }
}

function referencesOf({ blocks }: ContentBody) {
    const assets: Reference[] = [];
    const collections: Reference[] = [];
    const products: Reference[] = [];
    const pages: Reference[] = [];
    const listOf = { COLLECTION: collections, PRODUCT: products, PAGE: pages };
    blocks.forEach(({ assetId, collectionIds, productIds, link }, index) => {
        const at = `blocks.${index}`;
        if (assetId !== null) {
            assets.push({ field: `${at}.assetId`, id: assetId });
        }
        if (link && link.to !== 'ADDRESS') {
            listOf[link.to].push({ field: `${at}.link.value`, id: link.value });
        }
        collectionIds.forEach((id, nth) => collections.push({ field: `${at}.collectionIds.${nth}`, id }));
        productIds.forEach((id, nth) => products.push({ field: `${at}.productIds.${nth}`, id }));
    });
    return { assets, collections, products, pages };
}
