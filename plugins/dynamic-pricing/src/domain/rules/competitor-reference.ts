import type { RuleEffect } from './rule';
import type { CompetitorPrice } from './variant-facts';

type CompetitorEffect = Extract<RuleEffect, { kind: 'competitor' }>;

/** The price that competitors ask, or `null` when too few of them were seen recently enough. */
export function competitorReference(
    effect: CompetitorEffect,
    prices: readonly CompetitorPrice[],
): number | null {
    const fresh = prices
        .map(price => ({ ...price, weight: effect.weights[price.competitor] ?? 1 }))
        .filter(({ ageHours, weight, price }) => ageHours <= effect.maxAgeHours && weight > 0 && price > 0);
    if (fresh.length < Math.max(1, effect.minCompetitors)) {
        return null;
    }
    if (effect.target === 'lowest') {
        return Math.min(...fresh.map(({ price }) => price));
    }
    const weights = fresh.reduce((sum, { weight }) => sum + weight, 0);
    return fresh.reduce((sum, { price, weight }) => sum + price * weight, 0) / weights;
}
