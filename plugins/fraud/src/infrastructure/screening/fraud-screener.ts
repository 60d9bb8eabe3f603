import {
    type PaymentAttempt,
    type PaymentOutcome,
    type PaymentScreener,
    paymentScreening,
    queryPrepared,
    type ScreeningDecision,
} from '@efi/plugin-kit';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { type ID, Logger, Order, type RequestContext, TransactionalConnection } from '@vendure/core';
import { type Assessment, assess, assessWithoutScore } from '../../domain/assessment';
import { computeFeatures } from '../../domain/compute-features';
import type { FeatureVector } from '../../domain/features';
import type { Policy } from '../../domain/policy';
import type { ReadyRule } from '../../domain/rule';
import type { OrderFacts } from '../../domain/signals';
import type { Verdict } from '../../domain/verdict';
import { FRAUD_OPTIONS, type ResolvedFraudOptions } from '../../fraud.options';
import { loggerCtx } from '../logger-context';
import { LoadedScorers } from '../models/loaded-scorer';
import { PoliciesInForce } from '../settings/policies-in-force';
import { ReadyRules } from '../settings/ready-rules';
import { factsOf, minorUnitOf } from './attempt-facts';
import { DecisionWriter, type NewDecision } from './decision-writer';
import { IS_HELD } from './decision-statements';
import { OutcomeBooks } from './outcome-books';
import { countDecision, countUnknown, observeSpan } from './screening-metrics';
import { ShopHabits } from './shop-habits';
import { SignalReader, type SubjectKeys } from './signal-reader';
import type { CountedRow } from './signal-statement';

/** Scores payments before they are made: see {@link PaymentScreener}. */
@Injectable()
export class FraudScreener implements PaymentScreener, OnModuleInit, OnApplicationBootstrap {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly signals: SignalReader,
        private readonly habits: ShopHabits,
        private readonly rules: ReadyRules,
        private readonly policies: PoliciesInForce,
        private readonly scorers: LoadedScorers,
        private readonly decisions: DecisionWriter,
        private readonly outcomes: OutcomeBooks,
        @Inject(FRAUD_OPTIONS) private readonly options: ResolvedFraudOptions,
    ) {}

    onModuleInit(): void {
        paymentScreening(this.connection.rawConnection).setScreener(this, this.options.budgetMs);
    }

    /** The first shopper does not wait for what can be prepared. */
    async onApplicationBootstrap(): Promise<void> {
        try {
            await this.signals.prepare();
            await this.scorers.prepare();
            await this.rules.inForce();
        } catch (error) {
            Logger.warn(`The first payment will take longer to score: ${String(error)}`, loggerCtx);
        }
    }

    async screen(ctx: RequestContext, attempt: PaymentAttempt): Promise<ScreeningDecision> {
        if (ctx.apiType !== 'shop') {
            return { decision: 'allow' };
        }
        const startedAt = performance.now();
        const keys = await this.signals.keysOf(ctx, attempt);
        const counted = await this.signals.count(ctx, attempt, keys);
        const policy = this.policies.keep(ctx.channelId, counted.policy);
        const facts = factsOf(ctx, attempt, this.options.countryHeader);
        const features = this.featuresOf(ctx, attempt, facts, counted);
        const rules = await this.rules.of(counted.ruleIds);
        const inPlace = counted.modelId === null ? undefined : await this.scorers.inPlace(counted.modelId);
        const assessment = assess(features, rules, inPlace?.scorer, policy, counted.listing ?? undefined);
        const decision = this.toDecision(ctx, attempt, {
            ...{ assessment, policy, keys, facts, features, rules },
            listing: counted.listing,
            modelId: inPlace?.modelId ?? null,
        });
        await this.decisions.write(decision);
        observeSpan(startedAt);
        countDecision(assessment, decision.applied);
        countUnknown(keys);
        return toAnswer(ctx, decision.applied);
    }

    withoutAnswer(ctx: RequestContext, attempt: PaymentAttempt, why: 'late' | 'failed'): ScreeningDecision {
        const policy = this.policies.of(ctx.channelId);
        const assessment = assessWithoutScore(attempt.money.amount, policy, why);
        const applied = appliedOf(assessment.verdict, policy, attempt);
        Logger.warn(
            `The payment ${attempt.intentId} of order ${attempt.order.code} has no score (${why}): ${assessment.verdict} by its amount.`,
            loggerCtx,
        );
        countDecision(assessment, applied);
        this.keepUnscored(ctx, attempt, assessment, policy).catch((error: unknown) =>
            Logger.error(
                `The decision about ${attempt.intentId} could not be kept: ${String(error)}`,
                loggerCtx,
            ),
        );
        return toAnswer(ctx, applied);
    }

    report(outcome: PaymentOutcome): Promise<void> {
        return this.outcomes.note(outcome);
    }

    async reasonAgainstCapture(ctx: RequestContext, orderId: ID): Promise<string | undefined> {
        const { manager } = this.connection.getRepository(ctx, Order);
        const [held] = await queryPrepared(manager, IS_HELD, [Number(orderId)]);
        return held ? ctx.translate('message.efi-fraud-under-review') : undefined;
    }

    private featuresOf(
        ctx: RequestContext,
        { money: { currency } }: PaymentAttempt,
        facts: OrderFacts,
        counted: CountedRow,
    ): FeatureVector {
        const habit = this.habits.of(Number(ctx.channelId), currency);
        return computeFeatures(facts, counted, habit, minorUnitOf(currency));
    }

    private async keepUnscored(
        ctx: RequestContext,
        attempt: PaymentAttempt,
        assessment: Assessment,
        policy: Policy,
    ): Promise<void> {
        const keys = await this.signals.keysOf(ctx, attempt);
        const facts = factsOf(ctx, attempt, this.options.countryHeader);
        await this.decisions.writeUnscored(
            this.toDecision(ctx, attempt, {
                ...{ assessment, policy, keys, facts },
                ...{ features: {}, rules: [], listing: null, modelId: null },
            }),
        );
    }

    private toDecision(
        ctx: RequestContext,
        attempt: PaymentAttempt,
        with_: {
            readonly assessment: Assessment;
            readonly policy: Policy;
            readonly keys: SubjectKeys;
            readonly facts: OrderFacts;
            readonly features: Partial<FeatureVector>;
            readonly rules: readonly ReadyRule[];
            readonly listing: NewDecision['listing'];
            readonly modelId: number | null;
        },
    ): NewDecision {
        const { assessment, policy, keys, features, rules, listing, modelId } = with_;
        const { order, money } = attempt;
        const { billing, shipping, networkCountry } = with_.facts;
        const applied = appliedOf(assessment.verdict, policy, attempt);
        return {
            intentId: attempt.intentId,
            channelId: Number(ctx.channelId),
            orderId: Number(order.id),
            orderCode: order.code,
            amount: money.amount,
            currency: money.currency,
            basis: assessment.basis,
            probability: assessment.probability ?? null,
            score: assessment.score ?? null,
            verdict: assessment.verdict,
            applied,
            factors: [...assessment.factors],
            features,
            rules: rules.map(({ rule: { code, version } }) => ({ code, version })),
            fired: [...assessment.fired],
            policy,
            listing,
            modelId,
            keys,
            ...keyColumns(keys),
            isCapturedAtOnce: attempt.isCapturedAtOnce,
            couponCodes: order.couponCodes,
            billingCountry: billing?.countryCode ?? null,
            shippingCountry: shipping?.countryCode ?? null,
            networkCountry: networkCountry ?? null,
            outcome: applied === 'block' ? 'blocked' : null,
            reviewState: applied === 'review' ? 'open' : null,
            reviewDueAt: applied === 'review' ? new Date(Date.now() + policy.reviewHours * 3_600_000) : null,
        };
    }
}

/** In shadow mode nothing is done; where a gateway can't step up, a person looks. */
function appliedOf(verdict: Verdict, { shadow }: Policy, { canStepUp }: PaymentAttempt): Verdict {
    if (shadow) {
        return 'allow';
    }
    return verdict === 'step-up' && !canStepUp ? 'review' : verdict;
}

function keyColumns({ customer, email, address, device, card }: SubjectKeys) {
    return {
        customerKey: customer ?? null,
        emailKey: email ?? null,
        addressKey: address ?? null,
        deviceKey: device ?? null,
        cardKey: card ?? null,
    };
}

function toAnswer(ctx: RequestContext, applied: Verdict): ScreeningDecision {
    return applied === 'block'
        ? { decision: 'block', message: ctx.translate('message.efi-fraud-not-accepted') }
        : { decision: applied };
}
