import { Injectable } from '@nestjs/common';
import { type RequestContext, TransactionalConnection } from '@vendure/core';
import { IsNull } from 'typeorm';
import { RuleLanguage } from '../../application/ports/rule-language.port';
import { type BackTest, backTest } from '../../domain/back-test';
import { plainText } from '../../domain/text';
import type { Verdict } from '../../domain/verdict';
import { EfiFraudRule } from '../entities/fraud-settings.entities';
import { DecisionArchive } from '../reviews/decision-archive';

export interface RuleDraft {
    /** Lower case with hyphens. An existing code makes the next version of that rule. */
    readonly code: string;
    readonly name: string;
    readonly expression: string;
    readonly points: number;
    readonly atLeast: Verdict | null;
    readonly enabled: boolean;
}

export type RuleProblem =
    { readonly kind: 'code' | 'name' | 'points' } | { readonly kind: 'expression'; readonly detail: string };

const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Beyond it one rule would decide by its points alone: `atLeast` says that better. */
const MOST_POINTS = 10;
const MOST_VERSIONS = 50;

/** The merchant's rules and their versions. */
@Injectable()
export class RuleBook {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly language: RuleLanguage,
        private readonly archive: DecisionArchive,
    ) {}

    all(ctx: RequestContext): Promise<EfiFraudRule[]> {
        return this.repository(ctx).find({ where: { retiredAt: IsNull() }, order: { code: 'ASC' } });
    }

    /** The present one first. None is ever deleted: decisions were made by them. */
    versionsOf(ctx: RequestContext, code: string): Promise<EfiFraudRule[]> {
        return this.repository(ctx).find({
            where: { code },
            order: { version: 'DESC' },
            take: MOST_VERSIONS,
        });
    }

    /** What the rule would have done, without anything being changed. */
    async backTest(ctx: RequestContext, expression: string, days: number): Promise<BackTest | RuleProblem> {
        const compiled = this.language.compile(expression);
        return compiled.ok
            ? backTest(compiled.condition, await this.archive.past(ctx, days))
            : { kind: 'expression', detail: compiled.problem };
    }

    /** Call it in a transaction. Past decisions keep the version that they were made by. */
    async save(ctx: RequestContext, draft: RuleDraft): Promise<EfiFraudRule | RuleProblem> {
        const problem = this.problemOf(draft);
        if (problem) {
            return problem;
        }
        const repository = this.repository(ctx);
        const current = await repository.findOne({
            where: { code: draft.code, retiredAt: IsNull() },
            lock: { mode: 'pessimistic_write' },
        });
        const name = current && isSameName(current, draft.name) ? current.name : plainText(draft.name.trim());
        if (current) {
            await repository.update({ id: current.id }, { retiredAt: new Date() });
        }
        return repository.save(
            repository.create({
                ...draft,
                name,
                version: (current?.version ?? 0) + 1,
                retiredAt: null,
                createdBy: String(ctx.activeUserId),
            }),
        );
    }

    private problemOf({ code, name, expression, points }: RuleDraft): RuleProblem | undefined {
        if (!CODE.test(code) || code.length > 60) {
            return { kind: 'code' };
        }
        if (name.trim().length === 0 || name.length > 200) {
            return { kind: 'name' };
        }
        if (!Number.isFinite(points) || Math.abs(points) > MOST_POINTS) {
            return { kind: 'points' };
        }
        const compiled = this.language.compile(expression);
        return compiled.ok ? undefined : { kind: 'expression', detail: compiled.problem };
    }

    private repository(ctx: RequestContext) {
        return this.connection.getRepository(ctx, EfiFraudRule);
    }
}

/** Whoever leaves a rule's name as it is, in whichever language, leaves its translations too. */
function isSameName({ name }: EfiFraudRule, typed: string): boolean {
    return Object.values(name).includes(typed.trim());
}
