import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@vendure/core';
import { decideByRule } from '../domain/rules/decide';
import type { PricingRule } from '../domain/rules/rule';
import { isInScope } from '../domain/rules/variant-facts';
import { factsInWeek, momentOf, whyNotReplayable } from '../domain/simulation/past-facts';
import { seededRandom } from '../domain/simulation/seeded-random';
import { simulateRule, type SimulatedRule, type VariantPast } from '../domain/simulation/simulate-rule';
import type { PastWeek } from '../domain/simulation/simulate-history';
import { bestFor } from './engine/best-prices';
import { FactsReader, type PriceToDecide } from './engine/facts-reader';
import { type RunContext, RunContexts } from './engine/run-context';
import { elasticitiesOf, SalesWeeks, type WeekRow } from './engine/sales-weeks';

/** Variants that are looked at, those that sold most first; and how many of them in the rule's scope are replayed. */
const LOOKED_AT = 1_000;
const REPLAYED = 100;

/** The same question has the same answer. */
const SEED = 1;

export type Simulation = SimulatedRule & {
    /** Why the kind of rule can't be replayed at all. */
    readonly notReplayable: ReturnType<typeof whyNotReplayable>;
    /** More in the rule's scope had sales than are replayed. */
    readonly isPartial: boolean;
};

type Week = PastWeek & { readonly units: number };

/** What a rule, saved or not, would have made of the shop's own past. Reads only. */
@Injectable()
export class RuleSimulation {
    constructor(
        private readonly contexts: RunContexts,
        private readonly reader: FactsReader,
        private readonly sales: SalesWeeks,
    ) {}

    async of(ctx: RequestContext, currencyCode: string, draft: Omit<PricingRule, 'id'>): Promise<Simulation> {
        const rule: PricingRule = { ...draft, id: 0 };
        const notReplayable = whyNotReplayable(rule.effect.kind);
        if (notReplayable) {
            return { ...simulateRule([], seededRandom(SEED)), notReplayable, isPartial: false };
        }
        const stored = await this.contexts.load(ctx.channelId, currencyCode);
        const run: RunContext = { ...stored, rules: [rule] };
        const now = new Date();
        const sold = await this.sales.bestSelling(run, LOOKED_AT);
        const page = await this.reader.page(
            run,
            { ...(await this.reader.ofRun(run)), bestPriceOf: () => null },
            now,
            {
                variantIds: sold,
            },
        );
        const inScope = sold.flatMap(
            id => page.find(({ facts }) => facts.variantId === id && isInScope(rule.scope, facts)) ?? [],
        );
        const replayed = inScope.slice(0, REPLAYED);
        const rows = await this.sales.of(run, [...new Set(replayed.map(({ facts }) => facts.productId))]);
        const elasticities = elasticitiesOf(rows);
        const pasts = replayed.flatMap(price => {
            const elasticity = elasticities.get(String(price.facts.variantId));
            return elasticity
                ? [{ elasticity, ...pastOf(price, rows, { rule, run, now, elasticities }) }]
                : [];
        });
        return {
            ...simulateRule(pasts, seededRandom(SEED)),
            notReplayable: null,
            isPartial: inScope.length > REPLAYED,
        };
    }
}

interface Question {
    readonly rule: PricingRule;
    readonly run: RunContext;
    readonly now: Date;
    readonly elasticities: ReturnType<typeof elasticitiesOf>;
}

function pastOf(
    price: PriceToDecide,
    rows: readonly WeekRow[],
    { rule, run, now, elasticities }: Question,
): Omit<VariantPast<Week>, 'elasticity'> {
    const own = rows.filter(({ variantId }) => variantId === price.facts.variantId);
    const atList = { ...price.facts, currentPrice: price.facts.listPrice };
    const facts = { ...atList, bestPrice: bestFor({ ...price, facts: atList }, run, elasticities) };
    const [first, last] = [own[0]?.week ?? 0, own.at(-1)?.week ?? 0];
    return {
        isCostKnown: facts.cost !== null,
        weeks: own.map(({ week, price: then, units }) => ({
            ...{ week, price: then, units, controls: [] },
            unitCost: facts.cost ?? 0,
        })),
        todaysPrice: facts.listPrice,
        rulePriceOf: week => {
            const share = last > first ? (week.week - first) / (last - first) : 1;
            const then = factsInWeek(facts, own, week);
            const trace = decideByRule(then, rule, run.guards, price.guards, momentOf(rule, share, now));
            return trace?.price ?? facts.listPrice;
        },
    };
}
