import { Injectable } from '@nestjs/common';
import { TransactionalConnection } from '@vendure/core';
import { RuleBook } from '../application/ports/rule-book.port';
import type { Rule } from '../domain/serving/rule';
import { EfiRecommendationRule } from './entities/recommendation-rule.entity';
import { ShortMemory } from './short-memory';

/** How long another server may go by the rules from before a change. */
const FIVE_SECONDS = 5_000;

/** {@link RuleBook} in PostgreSQL. */
@Injectable()
export class StoredRuleBook extends RuleBook {
    private readonly rules: ShortMemory<number, Rule[]>;

    constructor(connection: TransactionalConnection) {
        super();
        this.rules = new ShortMemory(FIVE_SECONDS, channelId =>
            connection.rawConnection
                .getRepository(EfiRecommendationRule)
                .find({ where: { channelId, enabled: true }, order: { id: 'ASC' } }),
        );
    }

    rulesOf(channelId: number): Promise<readonly Rule[]> {
        return this.rules.get(channelId);
    }

    /** To be called after a change. */
    forget(): void {
        this.rules.forget();
    }
}
