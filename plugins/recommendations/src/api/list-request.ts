import { type ID, UserInputError } from '@vendure/core';
import type { Placement } from '../domain/serving/placement';
import { LAST_POSITION } from '../domain/serving/rule';
import type { ListRequest } from '../infrastructure/recommendation.service';

/** As the APIs take it. */
export interface ListInput {
    readonly placement: Placement;
    readonly productId?: ID | null;
    readonly orderCode?: string | null;
    readonly take?: number | null;
    readonly exclude?: readonly ID[] | null;
    readonly minPrice?: number | null;
    readonly maxPrice?: number | null;
}

const DEFAULT_TAKE = 8;
const MOST_EXCLUDED = 100;
const needsProduct: ReadonlySet<Placement> = new Set(['SIMILAR', 'BOUGHT_TOGETHER']);

/** @throws UserInputError that names the field and what it must be. */
export function toListRequest(input: ListInput): ListRequest {
    const problem = problemOf(input);
    if (problem) {
        throw new UserInputError(problem);
    }
    const { placement, productId, orderCode, exclude, take } = input;
    return {
        placement,
        take: take ?? DEFAULT_TAKE,
        hidden: exclude?.map(Number) ?? [],
        ...(isGiven(productId) ? { productId: Number(productId) } : {}),
        ...(orderCode ? { orderCode } : {}),
        ...priceBandOf(input),
    };
}

function problemOf({ placement, productId, orderCode, take, exclude }: ListInput): string | undefined {
    if (isGiven(take) && (take < 1 || take > LAST_POSITION)) {
        return `take must be from 1 to ${LAST_POSITION}, not ${take}.`;
    }
    if (needsProduct.has(placement) && !isGiven(productId)) {
        return `The placement ${placement} needs a productId.`;
    }
    if (placement === 'AFTER_PURCHASE' && !orderCode) {
        return 'The placement AFTER_PURCHASE needs an orderCode.';
    }
    if (exclude && exclude.length > MOST_EXCLUDED) {
        return `exclude may name ${MOST_EXCLUDED} products, not ${exclude.length}.`;
    }
    return undefined;
}

function priceBandOf({ minPrice, maxPrice }: ListInput): Pick<ListRequest, 'priceBand'> {
    return isGiven(minPrice) || isGiven(maxPrice)
        ? { priceBand: { from: minPrice ?? 0, to: maxPrice ?? Number.MAX_SAFE_INTEGER } }
        : {};
}

function isGiven<T>(value: T | null | undefined): value is T {
    return value !== undefined && value !== null;
}
