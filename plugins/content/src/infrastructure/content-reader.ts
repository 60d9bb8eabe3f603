import { Injectable } from '@nestjs/common';
import {
    Asset,
    type Collection,
    CollectionService,
    type Product,
    ProductService,
    type RequestContext,
    TransactionalConnection,
    type Translated,
    TranslatorService,
} from '@vendure/core';
import { type ContentBlock, type ContentLink, textIn } from '../domain/content';
import { PublishedContent, type ShownPage } from './published-content';

/** Where a link leads: `value` is a slug, an address, or the name of a legal page. */
export interface ReadLink {
    readonly to: 'COLLECTION' | 'PRODUCT' | 'PAGE' | 'LEGAL' | 'HOME' | 'ADDRESS';
    readonly value: string;
}

export interface ReadBlock {
    readonly __typename: string;
    readonly id: string;
}

export interface ReadMenuItem {
    readonly id: string;
    readonly label: string;
    readonly link: ReadLink;
}

interface Entities {
    readonly assets: ReadonlyMap<string, Asset>;
    readonly collections: ReadonlyMap<string, Translated<Collection>>;
    readonly products: ReadonlyMap<string, Translated<Product>>;
    readonly pages: ReadonlyMap<string, ShownPage>;
}

/** Makes of a page's blocks what the Shop API answers: in one language, with what they show. What can't be seen is left out. */
@Injectable()
export class ContentReader {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly collections: CollectionService,
        private readonly products: ProductService,
        private readonly translator: TranslatorService,
        private readonly published: PublishedContent,
    ) {}

    text(ctx: RequestContext, { texts }: Pick<ContentBlock, 'texts'>, name: string): string {
        return textIn(texts, name, ctx.languageCode, ctx.channel.defaultLanguageCode);
    }

    async blocks(ctx: RequestContext, { body }: ShownPage): Promise<ReadBlock[]> {
        const entities = await this.entitiesOf(ctx, body.blocks);
        return body.blocks.flatMap(block => this.block(ctx, block, entities) ?? []);
    }

    async menuItems(ctx: RequestContext, { body }: ShownPage): Promise<ReadMenuItem[]> {
        const entities = await this.entitiesOf(ctx, body.blocks);
        return body.blocks.flatMap(block => {
            const label = this.text(ctx, block, 'label');
            const link = this.link(ctx, block.link, entities);
            return label !== '' && link ? [{ id: block.id, label, link }] : [];
        });
    }

    private block(ctx: RequestContext, block: ContentBlock, entities: Entities): ReadBlock | undefined {
        const said = (name: string) => this.text(ctx, block, name);
        const collections = block.collectionIds.flatMap(id => entities.collections.get(id) ?? []);
        const products = block.productIds.flatMap(id => entities.products.get(id) ?? []);
        const { id } = block;
        switch (block.type) {
            case 'hero':
            case 'banner':
                return {
                    __typename: block.type === 'hero' ? 'EfiContentHero' : 'EfiContentBanner',
                    id,
                    ...{ heading: said('heading'), text: said('text'), linkLabel: said('linkLabel') },
                    ...{ picture: pictureOf(block, entities), alt: said('alt') },
                    ...{ link: this.link(ctx, block.link, entities) },
                };
            case 'richText':
                return { __typename: 'EfiContentRichText', id, html: said('html') } as ReadBlock;
            case 'productRail':
                return collections.length + products.length > 0
                    ? {
                          __typename: 'EfiContentProductRail',
                          ...{ id, heading: said('heading'), collection: collections[0], products },
                      }
                    : undefined;
            case 'collectionTiles':
                return collections.length > 0
                    ? {
                          __typename: 'EfiContentCollectionTiles',
                          ...{ id, heading: said('heading'), collections },
                      }
                    : undefined;
            case 'menuItem':
                return undefined;
        }
    }

    private link(ctx: RequestContext, link: ContentLink | null, entities: Entities): ReadLink | undefined {
        if (!link) {
            return undefined;
        }
        if (link.to === 'ADDRESS') {
            return link;
        }
        if (link.to === 'PAGE') {
            const shown = entities.pages.get(link.value);
            return shown && this.linkTo(ctx, shown);
        }
        const found = (link.to === 'COLLECTION' ? entities.collections : entities.products).get(link.value);
        return found && { to: link.to, value: found.slug };
    }

    private linkTo(ctx: RequestContext, { page, body }: ShownPage): ReadLink | undefined {
        switch (page.kind) {
            case 'LANDING':
                return { to: 'PAGE', value: this.text(ctx, body, 'slug') };
            case 'LEGAL':
                return { to: 'LEGAL', value: page.code };
            case 'HOME':
                return { to: 'HOME', value: '' };
            case 'MENU':
                return undefined;
        }
    }

    /** In a few statements, however many blocks there are. */
    private async entitiesOf(ctx: RequestContext, blocks: readonly ContentBlock[]): Promise<Entities> {
        const linked = (to: ContentLink['to']) =>
            blocks.flatMap(({ link }) => (link?.to === to ? [link.value] : []));
        const assetIds = blocks.flatMap(({ assetId }) => assetId ?? []);
        const collectionIds = [...linked('COLLECTION'), ...blocks.flatMap(block => block.collectionIds)];
        const productIds = [...linked('PRODUCT'), ...blocks.flatMap(block => block.productIds)];
        const [assets, collections, products, pages] = await Promise.all([
            this.connection.findByIdsInChannel(ctx, Asset, [...new Set(assetIds)], ctx.channelId, {
                loadEagerRelations: true,
            }),
            collectionIds.length > 0 ? this.collections.findByIds(ctx, [...new Set(collectionIds)]) : [],
            productIds.length > 0 ? this.products.findByIds(ctx, [...new Set(productIds)]) : [],
            this.published.byIds(ctx, [...new Set(linked('PAGE'))]),
        ]);
        return {
            assets: byId(assets.map(asset => this.translator.translate(asset, ctx))),
            collections: byId(collections.filter(({ isPrivate }) => !isPrivate)),
            products: byId(products.filter(({ enabled }) => enabled)),
            pages: new Map(pages.map(shown => [String(shown.page.id), shown])),
        };
    }
}

function pictureOf({ assetId }: ContentBlock, { assets }: Entities): Asset | undefined {
    return assetId === null ? undefined : assets.get(assetId);
}

function byId<Entity extends { id: string | number }>(entities: readonly Entity[]): Map<string, Entity> {
    return new Map(entities.map(entity => [String(entity.id), entity]));
}
