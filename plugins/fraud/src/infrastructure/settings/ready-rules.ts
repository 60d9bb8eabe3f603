import { Injectable } from '@nestjs/common';
import { TransactionalConnection } from '@vendure/core';
import { In, IsNull } from 'typeorm';
import { RuleLanguage } from '../../application/ports/rule-language.port';
import type { ReadyRule } from '../../domain/rule';
import { EfiFraudRule } from '../entities/fraud-settings.entities';

/**
 * Versions of rules, compiled. What a version says never changes, so that each is read and compiled once. One that can't be
 * compiled any more is left out: better the others than none.
 */
@Injectable()
export class ReadyRules {
    /** By their id; `undefined` is one that is left out. */
    private readonly known = new Map<number, ReadyRule | undefined>();

    constructor(
        private readonly connection: TransactionalConnection,
        private readonly language: RuleLanguage,
    ) {}

    /** In the order of the ids. */
    async of(ids: readonly number[]): Promise<ReadyRule[]> {
        const missing = ids.filter(id => !this.known.has(id));
        if (missing.length > 0) {
            (await this.repository.findBy({ id: In(missing) })).forEach(rule => this.keep(rule));
        }
        return ids.flatMap(id => this.known.get(id) ?? []);
    }

    /** All that are in force now, by their codes. */
    async inForce(): Promise<ReadyRule[]> {
        const rules = await this.repository.find({
            where: { enabled: true, retiredAt: IsNull() },
            order: { code: 'ASC' },
        });
        rules.forEach(rule => this.keep(rule));
        return this.of(rules.map(({ id }) => id));
    }

    private keep(rule: EfiFraudRule): void {
        const compiled = this.language.compile(rule.expression);
        this.known.set(rule.id, compiled.ok ? { rule, condition: compiled.condition } : undefined);
    }

    private get repository() {
        return this.connection.rawConnection.getRepository(EfiFraudRule);
    }
}
