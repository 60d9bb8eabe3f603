import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, RequestContext } from '@vendure/core';
import { balancesOf } from '../domain/balances';
import { toShopAmount } from '../domain/money';
import type { EfiPaymentIntent } from '../infrastructure/entities/payment-intent.entity';
import { PaymentRecordsService } from '../infrastructure/payment-records.service';
import { ShopPrecision } from '../infrastructure/shop-precision';
import { type Amount, toAmount } from './amount';
import { type QuarantineFacts, toFacts } from './quarantine-facts';

/** A row with its amount as the Admin API shows it. */
type WithMoney<T> = T & { readonly money: Amount };

/** What belongs to a payment. The permission was checked where the payment itself was read. */
@Resolver('EfiPaymentIntent')
export class PaymentIntentAdminResolver {
    constructor(
        private readonly records: PaymentRecordsService,
        private readonly precision: ShopPrecision,
    ) {}

    @ResolveField()
    money(@Parent() { amount, currency }: EfiPaymentIntent): Amount {
        return toAmount({ amount, currency }, this.precision.decimals);
    }

    @ResolveField()
    quarantine(@Parent() { quarantineFacts }: EfiPaymentIntent): QuarantineFacts | null {
        return toFacts(quarantineFacts, this.precision.decimals);
    }

    @ResolveField()
    async balances(
        @Ctx() ctx: RequestContext,
        @Parent() { id, currency }: EfiPaymentIntent,
    ): Promise<Record<string, number | string>> {
        const balances = Object.entries(balancesOf(await this.records.ledger(ctx, id)));
        const values = balances.map(([name, amount]: [string, number]) => [
            name,
            toShopAmount({ amount, currency }, this.precision.decimals),
        ]);
        return { currencyCode: currency, ...(Object.fromEntries(values) as Record<string, number>) };
    }

    @ResolveField()
    async ledger(@Ctx() ctx: RequestContext, @Parent() { id }: EfiPaymentIntent) {
        return this.withMoney(await this.records.ledger(ctx, id));
    }

    @ResolveField()
    async operations(@Ctx() ctx: RequestContext, @Parent() { id, currency }: EfiPaymentIntent) {
        const operations = await this.records.operations(ctx, id);
        return this.withMoney(operations.map(operation => ({ ...operation, currency })));
    }

    @ResolveField()
    webhookEvents(@Ctx() ctx: RequestContext, @Parent() { id }: EfiPaymentIntent) {
        return this.records.webhookEvents(ctx, id);
    }

    @ResolveField()
    async reviews(@Ctx() ctx: RequestContext, @Parent() { id }: EfiPaymentIntent) {
        const reviews = await this.records.reviews(ctx, id);
        return reviews.map(review => ({
            ...review,
            resolution: review.resolution.toUpperCase(),
            quarantine: toFacts(review.quarantineFacts, this.precision.decimals),
        }));
    }

    private withMoney<T extends { amount: number; currency: string }>(rows: readonly T[]): WithMoney<T>[] {
        return rows.map(row => ({ ...row, money: toAmount(row, this.precision.decimals) }));
    }
}
