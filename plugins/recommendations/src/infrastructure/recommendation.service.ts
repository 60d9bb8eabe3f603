import { Inject, Injectable } from '@nestjs/common';
import { consentCheck, queryPrepared } from '@efi/plugin-kit';
import { type RequestContext, TransactionalConnection } from '@vendure/core';
import { firstInTime, type Miss } from '../application/in-time';
import type { WhyImpersonal } from '../application/known-shopper';
import { type RecommendationRequest, Recommend, type Recommendations } from '../application/recommend';
import type { Placed, Reason } from '../domain/serving/candidate';
import { RECOMMENDATIONS_OPTIONS, type ResolvedRecommendationsOptions } from '../recommendations.options';
import { TicketOffice } from './attribution/ticket-office';
import { type ProductCard, ProductCards } from './product-cards';
import { reportShortfall } from './report-shortfall';

export interface RecommendedItem extends Pick<Placed, 'score' | 'modelRank' | 'ruleIds' | 'isCostMissing'> {
    /** From 1. */
    readonly rank: number;
    readonly reason: Reason & { readonly productName?: string };
    readonly product: ProductCard;
}

export interface RecommendationList {
    /** Empty when the shop was in such trouble that nothing can be followed. */
    readonly recommendationId: string;
    readonly personal: boolean;
    /** Null when it is personal. */
    readonly impersonal: WhyImpersonal | null;
    /** Zero: popularity alone. */
    readonly modelId: number;
    readonly items: readonly RecommendedItem[];
}

/** What is asked for; who asks is told by the request context. */
export type ListRequest = Omit<RecommendationRequest, 'channelId' | 'customerId' | 'agreed' | 'shopper'>;

type Who = Pick<RecommendationRequest, 'customerId' | 'agreed' | 'shopper'>;

/** Of the budget: for the whole list, and of that for what the shopper bought. The rest is for what sells. */
const LIST_SHARE = 0.7;
const HISTORY_SHARE = 0.5;

const customerOfUser = 'SELECT id FROM customer WHERE "userId" = $1 AND "deletedAt" IS NULL';

/** No page waits for a mail or a preview. */
const UNHURRIED_MS = 5_000;

const nothing: RecommendationList = {
    ...{ recommendationId: '', personal: false, impersonal: 'LATE', modelId: 0, items: [] },
};

/**
 * Lists of recommendations, ready to be shown, within the budget: the whole list, or by what sells, or an empty one.
 * Trouble never reaches the page.
 */
@Injectable()
export class RecommendationService {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly recommend: Recommend,
        private readonly cards: ProductCards,
        private readonly tickets: TicketOffice,
        @Inject(RECOMMENDATIONS_OPTIONS) private readonly options: ResolvedRecommendationsOptions,
    ) {}

    /** For the shopper of the request, with as much of them as they agreed to. */
    forShopper(ctx: RequestContext, request: ListRequest): Promise<RecommendationList> {
        return this.inTime(ctx, request, this.options.budgetMs, () => this.shopperOf(ctx));
    }

    /** As it is for somebody of whom nothing is known. */
    forNobody(ctx: RequestContext, request: ListRequest): Promise<RecommendationList> {
        return this.inTime(ctx, request, UNHURRIED_MS, () => Promise.resolve({ agreed: false }));
    }

    /** For a customer who is not there, as in a mail or a preview, by their consent on record. */
    forCustomer(ctx: RequestContext, customerId: number, request: ListRequest): Promise<RecommendationList> {
        return this.inTime(ctx, request, UNHURRIED_MS, async () => {
            const consent = consentCheck(this.connection.rawConnection);
            const agreed = (await consent.consenting([customerId], 'personalisation')).size > 0;
            return { customerId, agreed };
        });
    }

    /** Of the signed-in customer. */
    async customerOf(ctx: RequestContext): Promise<number | undefined> {
        if (ctx.activeUserId === undefined) {
            return undefined;
        }
        const { manager } = this.connection.rawConnection;
        const [row] = await queryPrepared<{ id: number }>(manager, customerOfUser, [ctx.activeUserId]);
        return row?.id;
    }

    private async inTime(
        ctx: RequestContext,
        request: ListRequest,
        budgetMs: number,
        identify: () => Promise<Who>,
    ): Promise<RecommendationList> {
        // Asked for once: what the whole list came to know serves the short one.
        let who: Promise<Who> | undefined;
        const whole = async () => ({
            ...request,
            ...(await (who ??= identify())),
            channelId: Number(ctx.channelId),
        });
        const list = await firstInTime(
            budgetMs,
            [
                {
                    share: LIST_SHARE,
                    run: async () => {
                        const historyMs = budgetMs * LIST_SHARE * HISTORY_SHARE;
                        return this.shown(
                            ctx,
                            request,
                            await this.recommend.list(ctx, await whole(), historyMs),
                        );
                    },
                },
                {
                    share: 1,
                    run: async () =>
                        this.shown(ctx, request, await this.recommend.popular(ctx, await whole())),
                },
            ],
            reportMiss,
        );
        return list ?? nothing;
    }

    private async shopperOf(ctx: RequestContext): Promise<Who> {
        const consent = consentCheck(this.connection.rawConnection);
        const [agreed, isCounted, customerId] = await Promise.all([
            consent.has(ctx, 'personalisation'),
            consent.has(ctx, 'analytics'),
            this.customerOf(ctx),
        ]);
        const session = isCounted ? ctx.session?.id : undefined;
        const shopper = agreed && customerId !== undefined ? `customer ${customerId}` : session;
        return {
            agreed,
            ...(customerId === undefined ? {} : { customerId }),
            ...(shopper === undefined || session === undefined ? {} : { shopper: String(shopper) }),
        };
    }

    private async shown(
        ctx: RequestContext,
        { placement }: ListRequest,
        { items, impersonal, modelId, experiment }: Recommendations,
    ): Promise<RecommendationList> {
        const ids = items.map(({ productId }) => productId);
        const causes = items.flatMap(({ reason }) => reason.productId ?? []);
        const [{ cards, names }, recommendationId] = await Promise.all([
            this.cards.listed(ctx, ids, causes),
            this.tickets.issue({
                ...{ placement, channelId: Number(ctx.channelId), modelId },
                ...(experiment ? { experiment } : {}),
            }),
        ]);
        const shown = items.flatMap(({ productId, reason, ...placed }) => {
            const product = cards.get(productId);
            return product ? [{ ...placed, reason: withName(reason, names), product }] : [];
        });
        return {
            recommendationId,
            personal: impersonal === undefined,
            impersonal: impersonal ?? null,
            modelId,
            items: shown.map((item, index) => ({ rank: index + 1, ...item })),
        };
    }
}

function reportMiss(miss: Miss, attempt: number): void {
    if (miss.kind === 'failed') {
        reportShortfall('failed', miss.error);
    } else {
        reportShortfall(attempt === 0 ? 'list-late' : 'popularity-late');
    }
}

/** A product that is gone gives no reason that anybody understands. */
function withName(reason: Reason, names: ReadonlyMap<number, string>): RecommendedItem['reason'] {
    if (reason.productId === undefined) {
        return reason;
    }
    const productName = names.get(reason.productId);
    return productName === undefined ? { code: 'POPULAR' } : { ...reason, productName };
}
