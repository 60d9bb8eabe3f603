import { Injectable } from '@nestjs/common';
import type { CurrencyCode, ID, RequestContext } from '@vendure/core';
import { decide, type Trace } from '../domain/rules/decide';
import type { PricingRule } from '../domain/rules/rule';
import { BestPrices } from './engine/best-prices';
import { decidePage } from './engine/decide-page';
import { FactsReader } from './engine/facts-reader';
import { RunContexts } from './engine/run-context';
import { VariantNames } from './variant-names';

export interface PreviewOfPrice {
    readonly productVariantId: number;
    readonly productVariantName: string;
    readonly sku: string;
    readonly currencyCode: CurrencyCode;
    readonly currentPrice: number;
    readonly price: number;
    readonly isSale: boolean;
    readonly trace: Trace;
}

interface Draft {
    readonly rule: Omit<PricingRule, 'id'> | undefined;
    readonly replaces: ID | undefined;
}

/** A rule that is not saved yet comes after those of its priority, as it will once it is. */
const NOT_SAVED = Number.MAX_SAFE_INTEGER;

const HOUR = 3_600_000;

/** Shows what rules would do, by the same code and on the same facts as a run. */
@Injectable()
export class PricePreview {
    constructor(
        private readonly contexts: RunContexts,
        private readonly reader: FactsReader,
        private readonly bestPrices: BestPrices,
        private readonly names: VariantNames,
    ) {}

    async of(
        ctx: RequestContext,
        currencyCode: CurrencyCode,
        variantIds: readonly ID[],
        draft: Draft,
    ): Promise<PreviewOfPrice[]> {
        const stored = await this.contexts.load(ctx.channelId, currencyCode);
        const run = { ...stored, rules: withDraft(stored.rules, draft) };
        const now = new Date();
        const ofRun = { ...(await this.reader.ofRun(run)), bestPriceOf: await this.bestPrices.of(run) };
        const ids = variantIds.map(Number);
        const page = await this.reader.page(run, ofRun, now, { variantIds: ids });
        const { decisions } = decidePage(page, run, now, new Date(now.getTime() + HOUR));
        const names = await this.names.of(ctx, ids);
        return page.map(price => {
            const { facts, guards } = price;
            const decision = decisions.find(({ priceId }) => priceId === price.priceId);
            const trace = decision?.trace ?? decide(facts, run.rules, run.guards, guards, now);
            return {
                productVariantId: facts.variantId,
                productVariantName: names.get(facts.variantId)?.name ?? '',
                sku: names.get(facts.variantId)?.sku ?? '',
                currencyCode,
                currentPrice: facts.currentPrice,
                price: trace.price,
                isSale: decision?.isSale ?? false,
                trace,
            };
        });
    }
}

function withDraft(rules: readonly PricingRule[], { rule, replaces }: Draft): PricingRule[] {
    const id = replaces === undefined ? NOT_SAVED : Number(replaces);
    const others = rules.filter(other => other.id !== id);
    return rule ? [...others, { ...rule, id }] : others;
}
