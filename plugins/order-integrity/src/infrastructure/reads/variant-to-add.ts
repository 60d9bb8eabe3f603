import {
    EntityNotFoundError,
    type ID,
    type Order,
    ProductVariant,
    type ProductVariantService,
    type RequestContext,
    type TransactionalConnection,
} from '@vendure/core';
import type { QueryRunner } from 'typeorm';
import { join, withPreparing } from './joining';

/** What Vendure reads of a variant that comes into an order for the first time. */
const RELATIONS: readonly string[] = ['product', 'productVariantPrices', 'taxCategory'];

/**
 * `getProductVariantOrThrow` of `OrderModifier`, which is private to it, in one statement. Vendure reads each relation with
 * one or two of its own.
 */
export async function variantToAdd(
    { connection, variants }: { connection: TransactionalConnection; variants: ProductVariantService },
    ctx: RequestContext,
    variantId: ID,
    order: Order,
): Promise<ProductVariant> {
    const repository = connection.getRepository(ctx, ProductVariant);
    const read = async (runner: QueryRunner) => {
        const query = repository
            .createQueryBuilder('variant', runner)
            .innerJoin('variant.channels', 'channel')
            .where('variant.id = :variantId', { variantId })
            .andWhere('channel.id = :channelId', { channelId: ctx.channelId })
            .andWhere('variant.deletedAt IS NULL');
        for (const relation of repository.metadata.relations) {
            if (RELATIONS.includes(relation.propertyPath)) {
                join(query, query.alias, relation);
            }
        }
        return query.getOne();
    };
    const variant = await withPreparing(repository.manager, read);
    if (!variant) {
        throw new EntityNotFoundError('ProductVariant', variantId);
    }
    return variants.applyChannelPriceAndTax(variant, ctx, order);
}
