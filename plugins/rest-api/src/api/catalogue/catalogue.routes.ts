import { restRoute } from '@efi/plugin-kit';
import { Permission } from '@vendure/core';
import { z } from 'zod';
import { treeOf } from '../../domain/collection-tree';
import { EntityIds } from '../../infrastructure/reading/entity-ids';
import { Pages } from '../../infrastructure/reading/pages';
import { ShopCatalogue } from '../../infrastructure/reading/shop-catalogue';
import { cursorProblem, pageQuery } from '../schemas/page';
import { collectionTree, productDetail, productPage } from './catalogue.schemas';
import { detailOf, summaryOf } from './show-product';

const shared = { method: 'GET', tags: ['Catalogue'], permissions: [Permission.Public], api: 'shop' } as const;

const listProducts = restRoute({
    ...shared,
    path: '/products',
    operationId: 'listProducts',
    summary: 'Products, page by page',
    description: 'Those that are for sale in the channel. Filters narrow the list together.',
    request: {
        query: z.object({
            ...pageQuery(100, 24),
            collection: z
                .string()
                .min(1)
                .max(255)
                .optional()
                .meta({ description: 'Slug of a collection that they are in.' }),
            facet: z
                .array(
                    z
                        .string()
                        .max(255)
                        .regex(/^[^:]+:./),
                )
                .max(10)
                .default([])
                .meta({
                    description: 'Codes of a facet and a value, `color:red`. Several have all to hold.',
                }),
            term: z.string().max(200).default('').meta({
                description: 'Words of the name or the SKU. No ranking: lists are in the order of ids.',
            }),
        }),
    },
    responses: { 200: { description: 'A page of products.', body: productPage } },
    problems: {
        ...cursorProblem,
        'no-such-collection': { status: 404, title: 'There is no such collection' },
    },
    async handle(ctx, { query: { limit, cursor, collection, facet, term } }, injector) {
        const catalogue = injector.get(ShopCatalogue);
        const collectionId =
            collection === undefined ? undefined : await catalogue.collection(ctx, collection);
        if (collection !== undefined && collectionId === undefined) {
            return { problem: 'no-such-collection' };
        }
        const found = catalogue.find(ctx, { collectionId, facets: facet, term });
        const page = await injector.get(Pages).read('products', found, { limit, cursor });
        if (!page) {
            return { problem: 'wrong-cursor' };
        }
        const [products, variants] = await Promise.all([
            catalogue.productsByIds(ctx, page.ids),
            catalogue.variantsOf(ctx, page.ids),
        ]);
        const items = products.map(product =>
            summaryOf(ctx, injector, product, variants.get(product.id) ?? []),
        );
        return { status: 200, body: { items, nextCursor: page.nextCursor } };
    },
});

const readProduct = restRoute({
    ...shared,
    path: '/products/{product}',
    operationId: 'readProduct',
    summary: 'A product with its variants',
    request: {
        params: z.object({
            product: z.string().min(1).max(255).meta({
                description: 'Slug, in any language, or id. A slug goes before an id of that name.',
            }),
        }),
    },
    responses: { 200: { description: 'The product.', body: productDetail } },
    problems: { 'no-such-product': { status: 404, title: 'There is no such product' } },
    async handle(ctx, { params }, injector) {
        const catalogue = injector.get(ShopCatalogue);
        const id = injector.get(EntityIds).decode(params.product);
        const product = await catalogue.product(ctx, params.product, id);
        if (!product) {
            return { problem: 'no-such-product' };
        }
        const variants = await catalogue.variantsForSale(ctx, product.id);
        return { status: 200, body: detailOf(ctx, injector, product, variants) };
    },
});

const listCollections = restRoute({
    ...shared,
    path: '/collections',
    operationId: 'listCollections',
    summary: 'The tree of collections',
    responses: {
        200: {
            description: 'All of them, in the order of the menu. Below a hidden one they stand at the top.',
            body: collectionTree,
        },
    },
    async handle(ctx, _input, injector) {
        const [catalogue, ids] = [injector.get(ShopCatalogue), injector.get(EntityIds)];
        const collections = await catalogue.allCollections(ctx);
        const nodes = collections.map(({ id, parentId, slug, name, featuredAsset }) => ({
            id: ids.encode(id),
            parentId: ids.encode(parentId),
            slug,
            name,
            image: catalogue.addressOf(ctx, featuredAsset?.preview),
        }));
        return { status: 200, body: { items: treeOf(nodes) } };
    },
});

export const catalogueRoutes = [listProducts, readProduct, listCollections];
