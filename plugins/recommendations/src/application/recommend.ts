import type { RequestContext } from '@vendure/core';
import { type Arm, armOf, type Experiment } from '../domain/attribution/experiment';
import { arrange } from '../domain/serving/arrange';
import type { Candidate } from '../domain/serving/candidate';
import type { Placement } from '../domain/serving/placement';
import { rulesInForce } from '../domain/serving/rule';
import {
    candidatesFor,
    type Occasion,
    type PastProduct,
    type ServedModel,
} from '../domain/serving/served-model';
import type { Catalogue } from './ports/catalogue.port';
import type { Experiments } from './ports/experiments.port';
import type { ModelShelf } from './ports/model-shelf.port';
import type { RuleBook } from './ports/rule-book.port';
import type { ShopperChoicesStore } from './ports/shopper-choices.port';
import type { ShopperHistory } from './ports/shopper-history.port';
import type { Trends } from './ports/trends.port';
import { within } from './within';

export interface RecommendationRequest {
    readonly placement: Placement;
    readonly channelId: number;
    readonly productId?: number;
    readonly orderCode?: string;
    readonly take: number;
    /** Products not to show. */
    readonly hidden: readonly number[];
    readonly priceBand?: { readonly from: number; readonly to: number };
    /** Of the person, only when they agreed to personal recommendations. */
    readonly customerId?: number;
    /** Tells shoppers apart in experiments, only when they agreed to be counted. */
    readonly shopper?: string;
}

export interface Recommendations {
    readonly items: readonly Candidate[];
    /** Whether what the person bought was used. */
    readonly personal: boolean;
    /** Zero: popularity alone. */
    readonly modelId: number;
    readonly experiment?: { readonly id: number; readonly arm: Arm };
}

export interface RecommendSettings {
    /** For all of it, in milliseconds. */
    readonly budgetMs: number;
    readonly mostOfOneCategory: number;
    /** Of the lists whose last place goes to a new product, from 0 to 1. */
    readonly explorationShare: number;
    /** Whether people are shown what they own already. */
    readonly repeatPurchases: boolean;
}

/** Why a list came out worse than it could have. */
export type Shortfall = 'no-model' | 'history-late' | 'availability-late' | 'failed';

/** Parts that a list needs. */
export interface RecommendParts {
    readonly shelf: ModelShelf;
    readonly catalogue: Catalogue;
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

const nothing: Recommendations = { items: [], personal: false, modelId: BASELINE };

/**
 * Makes a list within the budget: the model's, or by popularity when there is none or it fails, or an empty one when
 * not even the availability is known in time. What is not known to be on sale is never shown.
 */
export class Recommend {
    constructor(
        private readonly parts: RecommendParts,
        private readonly settings: RecommendSettings,
    ) {}

    async run(ctx: RequestContext, request: RecommendationRequest): Promise<Recommendations> {
        const { now, onShortfall } = this.parts;
        const deadline = now() + this.settings.budgetMs;
        try {
            const list = await within(this.settings.budgetMs, this.list(ctx, request, deadline));
            if (!list) {
                onShortfall('availability-late');
            }
            return list ?? nothing;
        } catch (error) {
            onShortfall('failed', error);
            return nothing;
        }
    }

    private async list(
        ctx: RequestContext,
        request: RecommendationRequest,
        deadline: number,
    ): Promise<Recommendations> {
        const { catalogue, rules, trends, now, random } = this.parts;
        const { channelId, placement, take, priceBand } = request;
        const trial = await this.trial(request);
        const served = trial ? trial.served : this.inPlace();
        // Half of the budget, so that enough is left for a list without a history.
        const known = await this.shopper(ctx, request, (deadline - now()) / 2);
        const occasion = this.occasion(request, known, await trends.popular(channelId));
        const candidates = this.candidates(served, occasion);
        const inForce = rulesInForce(await rules.rulesOf(channelId), placement, new Date(now()));
        const newcomers = random() < this.settings.explorationShare ? await trends.newcomers(channelId) : [];
        const pins = inForce.filter(({ action }) => action === 'PIN').map(({ targetId }) => targetId);
        const ids = new Set([...candidates.map(({ productId }) => productId), ...newcomers, ...pins]);
        const items = arrange(candidates, await catalogue.available(ctx, [...ids]), {
            take,
            rules: inForce,
            mostOfOneCategory: this.settings.mostOfOneCategory,
            without: occasion.without,
            ...(priceBand ? { priceBand } : {}),
            newcomers,
            ...(newcomers.length > 0 ? { newcomerDraw: random() } : {}),
        });
        return {
            items,
            personal: known.personal && served !== undefined,
            modelId: served?.id ?? BASELINE,
            ...(trial ? { experiment: { id: trial.experiment.id, arm: trial.arm } } : {}),
        };
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

    /** What they chose always holds; what they bought is left out when it takes more than its share of the budget. */
    private async shopper(
        ctx: RequestContext,
        request: RecommendationRequest,
        ms: number,
    ): Promise<KnownShopper> {
        const { choices, onShortfall } = this.parts;
        const { customerId } = request;
        const chosen = customerId === undefined ? undefined : await choices.of(customerId);
        const hidden = new Set([...request.hidden, ...(chosen?.hidden ?? [])]);
        const past = await within(ms, this.past(ctx, request, chosen?.personal ? customerId : undefined));
        if (!past) {
            onShortfall('history-late');
            return { past: [], personal: false, without: hidden };
        }
        return { ...past, without: new Set([...hidden, ...past.without]) };
    }

    private async past(
        ctx: RequestContext,
        { placement, orderCode }: RecommendationRequest,
        customerId: number | undefined,
    ): Promise<KnownShopper> {
        const { history } = this.parts;
        switch (placement) {
            case 'FOR_YOU':
            case 'EMAIL': {
                const past = customerId === undefined ? [] : await history.bought(ctx, customerId);
                const owned = this.settings.repeatPurchases ? [] : past;
                return { past, personal: past.length > 0, without: productsOf(owned) };
            }
            case 'COMPLETE_THE_CART':
                return beside(await history.inCart(ctx));
            case 'AFTER_PURCHASE':
                return beside(orderCode ? await history.inOrder(ctx, orderCode) : []);
            case 'SIMILAR':
            case 'BOUGHT_TOGETHER':
            case 'TRENDING':
                return beside([]);
        }
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

interface KnownShopper {
    readonly past: readonly PastProduct[];
    readonly personal: boolean;
    readonly without: ReadonlySet<number>;
}

/** What is in the cart or was just bought is not recommended beside it. */
function beside(past: readonly PastProduct[]): KnownShopper {
    return { past, personal: false, without: productsOf(past) };
}

function productsOf(past: readonly PastProduct[]): ReadonlySet<number> {
    return new Set(past.map(({ productId }) => productId));
}
