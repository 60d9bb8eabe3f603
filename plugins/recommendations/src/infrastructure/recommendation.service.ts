import { Injectable } from '@nestjs/common';
import { consentCheck } from '@efi/plugin-kit';
import { CustomerService, type RequestContext, TransactionalConnection } from '@vendure/core';
import { type RecommendationRequest, Recommend } from '../application/recommend';
import type { Candidate, Reason } from '../domain/serving/candidate';
import { TicketOffice } from './attribution/ticket-office';
import { type ProductCard, ProductCards } from './product-cards';

export interface RecommendedItem {
    /** From 1. */
    readonly rank: number;
    readonly reason: Reason & { readonly productName?: string };
    readonly product: ProductCard;
}

export interface RecommendationList {
    readonly recommendationId: string;
    readonly personal: boolean;
    readonly items: readonly RecommendedItem[];
}

/** What is asked for; who asks is told by the request context. */
export type ListRequest = Omit<RecommendationRequest, 'channelId' | 'customerId' | 'shopper'>;

/** Lists of recommendations, ready to be shown. */
@Injectable()
export class RecommendationService {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly customers: CustomerService,
        private readonly recommend: Recommend,
        private readonly cards: ProductCards,
        private readonly tickets: TicketOffice,
    ) {}

    /** For the shopper of the request, with as much of them as they agreed to. */
    async forShopper(ctx: RequestContext, request: ListRequest): Promise<RecommendationList> {
        const consent = consentCheck(this.connection.rawConnection);
        const customer = (await consent.has(ctx, 'personalisation')) ? await this.customerOf(ctx) : undefined;
        const session = (await consent.has(ctx, 'analytics')) ? ctx.session?.id : undefined;
        const shopper = customer === undefined ? session : `customer ${customer}`;
        return this.list(ctx, {
            ...request,
            channelId: Number(ctx.channelId),
            ...(customer === undefined ? {} : { customerId: customer }),
            ...(shopper === undefined || session === undefined ? {} : { shopper: String(shopper) }),
        });
    }

    /** As it is for somebody of whom nothing is known. */
    forNobody(ctx: RequestContext, request: ListRequest): Promise<RecommendationList> {
        return this.list(ctx, { ...request, channelId: Number(ctx.channelId) });
    }

    /** For a customer who is not there, as in a mail or a preview, by their consent on record. */
    async forCustomer(
        ctx: RequestContext,
        customerId: number,
        request: ListRequest,
    ): Promise<RecommendationList> {
        const consent = consentCheck(this.connection.rawConnection);
        const agreed = (await consent.consenting([customerId], 'personalisation')).size > 0;
        return this.list(ctx, {
            ...request,
            channelId: Number(ctx.channelId),
            ...(agreed ? { customerId } : {}),
        });
    }

    private async list(ctx: RequestContext, request: RecommendationRequest): Promise<RecommendationList> {
        const { items, personal, modelId, experiment } = await this.recommend.run(ctx, request);
        const [cards, names, recommendationId] = await Promise.all([
            this.cards.of(
                ctx,
                items.map(({ productId }) => productId),
            ),
            this.namesOfReasons(ctx, items),
            this.tickets.issue({
                placement: request.placement,
                channelId: request.channelId,
                modelId,
                ...(experiment ? { experiment } : {}),
            }),
        ]);
        const shown = items.flatMap(({ productId, reason }) => {
            const product = cards.get(productId);
            return product ? [{ reason: withName(reason, names), product }] : [];
        });
        return {
            recommendationId,
            personal,
            items: shown.map((item, index) => ({ rank: index + 1, ...item })),
        };
    }

    private async namesOfReasons(ctx: RequestContext, items: readonly Candidate[]) {
        const causes = items.flatMap(({ reason }) => reason.productId ?? []);
        return causes.length === 0 ? new Map<number, string>() : this.cards.names(ctx, [...new Set(causes)]);
    }

    /** Of the signed-in customer. */
    async customerOf(ctx: RequestContext): Promise<number | undefined> {
        const customer =
            ctx.activeUserId && (await this.customers.findOneByUserId(ctx, ctx.activeUserId, false));
        return customer ? Number(customer.id) : undefined;
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
