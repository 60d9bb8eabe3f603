import { auditTrail, queryPrepared } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import { TransactionalConnection } from '@vendure/core';
import { DECISION_COLUMNS, INSERT_DECISION, INSERT_UNSCORED } from './decision-statements';
import type { EfiFraudDecision } from '../entities/fraud-decision.entity';

export type NewDecision = Pick<EfiFraudDecision, (typeof DECISION_COLUMNS)[number]>;

/** In these columns the driver would make PostgreSQL's own arrays of lists. */
const JSON_COLUMNS = new Set<string>(['factors', 'features', 'rules', 'fired', 'policy', 'keys']);

@Injectable()
export class DecisionWriter {
    constructor(private readonly connection: TransactionalConnection) {}

    async write(decision: NewDecision): Promise<void> {
        await this.run(INSERT_DECISION, decision);
    }

    /** Takes the place of a decision that came too late to be followed. */
    async writeUnscored(decision: NewDecision): Promise<void> {
        await this.run(INSERT_UNSCORED, decision);
    }

    private async run(statement: string, decision: NewDecision): Promise<void> {
        const values = DECISION_COLUMNS.map(name =>
            JSON_COLUMNS.has(name) ? JSON.stringify(decision[name]) : decision[name],
        );
        const { rawConnection } = this.connection;
        await queryPrepared(rawConnection.manager, statement, values);
        const { orderId, intentId, verdict, score, basis, modelId } = decision;
        await auditTrail(rawConnection).recordApart(undefined, {
            action: 'screen-payment',
            resource: { type: 'Order', id: orderId },
            detail: { intentId, verdict, score, basis, modelId },
        });
    }
}
