import { Injectable } from '@nestjs/common';
import { TransactionalConnection } from '@vendure/core';
import { RuleLanguage } from '../../application/ports/rule-language.port';
import { type Assessment, assess, assessWithoutScore } from '../../domain/assessment';
import type { FeatureVector } from '../../domain/features';
import type { ReadyRule } from '../../domain/rule';
import type { Verdict } from '../../domain/verdict';
import type { EfiFraudDecision } from '../entities/fraud-decision.entity';
import { EfiFraudRule } from '../entities/fraud-settings.entities';
import { LoadedScorers } from '../models/loaded-scorer';

export interface Replay {
    readonly score: number | undefined;
    readonly verdict: Verdict;
    /** Whether probability, score, verdict and factors are what was stored. */
    readonly isSame: boolean;
}

/** Makes decisions again, from nothing but what was stored: features, versions of rules and model, policy. */
@Injectable()
export class Replays {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly language: RuleLanguage,
        private readonly scorers: LoadedScorers,
    ) {}

    async of(decision: EfiFraudDecision): Promise<Replay> {
        const again = await this.again(decision);
        const { score, verdict, probability, factors } = again;
        const isSame =
            (probability ?? null) === decision.probability &&
            (score ?? null) === decision.score &&
            verdict === decision.verdict &&
            sameFactors(factors, decision.factors);
        return { score, verdict, isSame };
    }

    private async again(decision: EfiFraudDecision): Promise<Assessment> {
        const { amount, basis, features, policy, listing, modelId } = decision;
        if (basis === 'late' || basis === 'failed') {
            return assessWithoutScore(amount, policy, basis);
        }
        const scorer = modelId === null ? undefined : await this.scorers.of(modelId);
        const rules = await this.rulesOf(decision);
        return assess(features as FeatureVector, rules, scorer, policy, listing ?? undefined);
    }

    /** In the order in which they were in force. */
    private async rulesOf({ rules }: EfiFraudDecision): Promise<ReadyRule[]> {
        if (rules.length === 0) {
            return [];
        }
        const stored = await this.connection.rawConnection
            .getRepository(EfiFraudRule)
            .find({ where: rules.map(({ code, version }) => ({ code, version })) });
        return rules.flatMap(({ code, version }) => {
            const rule = stored.find(one => one.code === code && one.version === version);
            const compiled = rule && this.language.compile(rule.expression);
            return rule && compiled?.ok ? [{ rule, condition: compiled.condition }] : [];
        });
    }
}

function sameFactors(some: Assessment['factors'], others: EfiFraudDecision['factors']): boolean {
    const plain = (factors: readonly { code: string; weight: number }[]) =>
        factors.map(({ code, weight }) => `${code} ${weight}`).join();
    return plain(some) === plain(others);
}
