import { Injectable } from '@nestjs/common';
import { clampTo } from '../../domain/guards/clamp';
import { boundsOf } from '../../domain/guards/guards';
import { bestPrice } from '../../domain/simulation/best-price';
import type { PriceToDecide } from './facts-reader';
import type { RunContext } from './run-context';
import { elasticitiesOf, SalesWeeks } from './sales-weeks';

type Elasticities = ReturnType<typeof elasticitiesOf>;

/**
 * The prices of highest expected margin, of variants whose sales tell their elasticity. A family is a product with
 * its variants. Who has no cost, or too few sales, is left out.
 */
@Injectable()
export class BestPrices {
    constructor(private readonly sales: SalesWeeks) {}

    /** For a run: asked once for each price. Reads no sales when no rule asks for them. */
    async of(run: RunContext): Promise<(price: PriceToDecide) => number | null> {
        const isAsked = run.rules.some(({ effect }) => effect.kind === 'elasticity');
        const elasticities: Elasticities = isAsked ? elasticitiesOf(await this.sales.of(run)) : new Map();
        return price => bestFor(price, run, elasticities);
    }
}

/** @returns The price, or `null` where it can't be told. */
export function bestFor(
    { facts, guards }: Pick<PriceToDecide, 'facts' | 'guards'>,
    run: Pick<RunContext, 'guards'>,
    elasticities: Elasticities,
): number | null {
    const elasticity = elasticities.get(String(facts.variantId));
    if (elasticity?.kind !== 'estimated' || facts.cost === null) {
        return null;
    }
    const proposal = bestPrice({
        elasticity,
        unitCost: facts.cost,
        currentPrice: facts.currentPrice,
        // The cost has the tax on it where prices do: the best price is the same, and so are floors.
        taxRate: 0,
        clamp: clampTo(facts.currentPrice, boundsOf(run.guards, guards, facts)),
    });
    return proposal.kind === 'proposed' ? proposal.price : null;
}
