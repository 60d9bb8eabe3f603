import type { RequestContext } from '@vendure/core';
import { type Arm, armOf, type Experiment } from '../domain/attribution/experiment';
import type { Arrangement } from '../domain/serving/arrange';
import type { Candidate, Placed } from '../domain/serving/candidate';
import { rulesInForce } from '../domain/serving/rule';
import { candidatesFor, type Occasion, type ServedModel } from '../domain/serving/served-model';
import { fillList } from './fill-list';
import { knownProducts } from './known-products';
import { type Asked, type KnownShopper, knownShopper, type WhyImpersonal } from './known-shopper';
import type { Catalogue } from './ports/catalogue.port';
import type { Experiments } from './ports/experiments.port';
import type { Margins } from './ports/margins.port';
import type { ModelShelf } from './ports/model-shelf.port';
import type { RuleBook } from './ports/rule-book.port';
import type { ShopperChoicesStore } from './ports/shopper-choices.port';
import type { ShopperHistory } from './ports/shopper-history.port';
import type { Trends } from './ports/trends.port';

export interface RecommendationRequest extends Asked {
    readonly channelId: number;
    readonly productId?: number;
    readonly take: number;
    readonly priceBand?: { readonly from: number; readonly to: number };
    /** Tells shoppers apart in experiments, only when they agreed to be counted. */
    readonly shopper?: string;
}

export interface Recommendations {
    readonly items: readonly Placed[];
    /** Undefined when what the person bought was used. */
    readonly impersonal: WhyImpersonal | undefined;
    /** Zero: popularity alone. */
    readonly modelId: number;
    readonly experiment?: { readonly id: number; readonly arm: Arm };
}

export interface RecommendSettings {
    readonly mostOfOneCategory: number;
    /** Of the lists whose last place goes to a new product, from 0 to 1. */
    readonly explorationShare: number;
    /** Whether people are shown what they own already. */
    readonly repeatPurchases: boolean;
}

/** Why a list came out worse than it could have. */
export type Shortfall =
    'no-model' | 'history-late' | 'list-late' | 'popularity-late' | 'margins-failed' | 'failed';

/** Parts that a list needs. */
export interface RecommendParts {
    readonly shelf: ModelShelf;
    readonly catalogue: Catalogue;
    readonly margins: Margins;
    readonly history: ShopperHistory;
    readonly rules: RuleBook;
    readonly choices: ShopperChoicesStore;
    readonly experiments: Experiments;
    readonly trends: Trends;
    readonly now: () => number;
    /** From 0 to below 1. */
    readonly random: () => number;
    readonly onShortfall: (shortfall: Shortfall, error?: unknown) => void;
}

/** More candidates than places, for what is sold out or left out by rules. */
const CANDIDATES_PER_PLACE = 5;
const SPARE_CANDIDATES = 20;

/** Stands for popularity where a model's id is expected. */
const BASELINE = 0;

/** Makes lists: the model's, or by popularity. What is not known to be on sale is never shown. */
export class Recommend {
    constructor(
        private readonly parts: RecommendParts,
        private readonly settings: RecommendSettings,
    ) {}

    /**
     * A list by the model, or by popularity when there is none or it fails.
     *
     * @param historyMs - After which it goes without what the shopper bought or holds in the cart, in milliseconds.
     */
    async list(
        ctx: RequestContext,
        request: RecommendationRequest,
        historyMs: number,
    ): Promise<Recommendations> {
        const { trends, onShortfall } = this.parts;
        const trial = await this.trial(request);
        const served = trial ? trial.served : this.inPlace();
        const shopper = await this.shopper(ctx, request, historyMs);
        if (shopper.impersonal === 'LATE') {
            onShortfall('history-late');
        }
        const occasion = this.occasion(request, shopper, await trends.popular(request.channelId));
        return {
            items: await this.arranged(ctx, request, occasion, this.candidates(served, occasion)),
            impersonal: shopper.impersonal ?? (served ? undefined : 'NOT_PERSONAL'),
            modelId: served?.id ?? BASELINE,
            ...(trial ? { experiment: { id: trial.experiment.id, arm: trial.arm } } : {}),
        };
    }

    /** A list of what sells, which needs neither a model nor the shopper's past. */
    async popular(ctx: RequestContext, request: RecommendationRequest): Promise<Recommendations> {
        const { choices, trends } = this.parts;
        const { customerId, hidden } = request;
        const chosen = customerId === undefined ? undefined : await choices.of(customerId);
        const without = new Set([...hidden, ...(chosen?.hidden ?? [])]);
        const shopper: KnownShopper = { past: [], impersonal: 'LATE', without };
        const occasion = this.occasion(request, shopper, await trends.popular(request.channelId));
        const items = await this.arranged(ctx, request, occasion, candidatesFor(undefined, occasion));
        return { items, impersonal: 'LATE', modelId: BASELINE };
    }

    private async arranged(
        ctx: RequestContext,
        { channelId, placement, take, priceBand }: RecommendationRequest,
        { without }: Occasion,
        candidates: readonly Candidate[],
    ): Promise<Placed[]> {
        const { catalogue, margins, rules, trends, now, random, onShortfall } = this.parts;
        const inForce = rulesInForce(await rules.rulesOf(channelId), placement, new Date(now()));
        const newcomers = random() < this.settings.explorationShare ? await trends.newcomers(channelId) : [];
        const arrangement: Arrangement = {
            take,
            rules: inForce,
            mostOfOneCategory: this.settings.mostOfOneCategory,
            without,
            ...(priceBand ? { priceBand } : {}),
            newcomers,
            ...(newcomers.length > 0 ? { newcomerDraw: random() } : {}),
        };
        const onMarginsFailed = (error: unknown) => onShortfall('margins-failed', error);
        return fillList(candidates, arrangement, productIds =>
            knownProducts(ctx, productIds, inForce, { catalogue, margins, onMarginsFailed }),
        );
    }

    private inPlace(): ServedModel | undefined {
        const served = this.parts.shelf.inPlace();
        if (!served) {
            this.parts.onShortfall('no-model');
        }
        return served;
    }

    /** The model may fail; the shop goes on by popularity. */
    private candidates(served: ServedModel | undefined, occasion: Occasion): Candidate[] {
        try {
            return candidatesFor(served, occasion);
        } catch (error) {
            this.parts.onShortfall('failed', error);
            return candidatesFor(undefined, occasion);
        }
    }

    private async trial({ placement, shopper }: RecommendationRequest): Promise<Trial | undefined> {
        const { experiments, shelf } = this.parts;
        const experiment = shopper === undefined ? undefined : await experiments.runningAt(placement);
        if (shopper === undefined || !experiment) {
            return undefined;
        }
        const arm = armOf(experiment, await experiments.draw(experiment, shopper));
        if (arm === 'IN_PLACE') {
            return { experiment, arm, served: shelf.inPlace() };
        }
        if (experiment.challengerId === null) {
            return { experiment, arm, served: undefined };
        }
        const served = shelf.byId(experiment.challengerId);
        // While the challenger loads nobody is counted for it.
        return served && { experiment, arm, served };
    }

    private shopper(ctx: RequestContext, request: RecommendationRequest, ms: number): Promise<KnownShopper> {
        const { history, choices } = this.parts;
        return knownShopper(
            ctx,
            request,
            { history, choices, repeatPurchases: this.settings.repeatPurchases },
            ms,
        );
    }

    private occasion(
        { placement, productId, take }: RecommendationRequest,
        { past, without }: KnownShopper,
        popular: readonly number[],
    ): Occasion {
        return {
            placement,
            popular,
            ...(productId === undefined ? {} : { productId }),
            past,
            now: this.parts.now(),
            wanted: take * CANDIDATES_PER_PLACE + SPARE_CANDIDATES,
            without: new Set([...without, ...(productId === undefined ? [] : [productId])]),
        };
    }
}

interface Trial {
    readonly experiment: Experiment;
    readonly arm: Arm;
    /** Undefined for popularity alone. */
    readonly served: ServedModel | undefined;
}
