import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CustomerEvent, EventBus, type ID, Logger, TransactionalConnection } from '@vendure/core';
import { EfiRecommendationChoice, EfiRecommendationHidden } from './entities/recommendation-choice.entity';
import { loggerCtx } from './logger-context';

/** What a customer chose. */
export interface ExportedChoices {
    readonly choice: EfiRecommendationChoice | null;
    readonly hidden: readonly EfiRecommendationHidden[];
}

/**
 * What is kept of a person: given out and erased on request. Vendure keeps the row of a customer who is deleted, so the
 * foreign keys alone would not do it. Models hold nobody; the next training no longer links the person's orders.
 */
@Injectable()
export class CustomerRecommendations implements OnApplicationBootstrap {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly events: EventBus,
    ) {}

    onApplicationBootstrap(): void {
        this.events.ofType(CustomerEvent).subscribe(({ type, entity }) => {
            if (type === 'deleted') {
                this.eraseCustomer(entity.id).catch((error: unknown) =>
                    Logger.error(
                        `Choices of customer ${entity.id} were not erased: ${String(error)}`,
                        loggerCtx,
                    ),
                );
            }
        });
    }

    async exportCustomer(customerId: ID): Promise<ExportedChoices> {
        const { rawConnection } = this.connection;
        const [choice, hidden] = await Promise.all([
            rawConnection.getRepository(EfiRecommendationChoice).findOne({ where: { customerId } }),
            rawConnection.getRepository(EfiRecommendationHidden).find({ where: { customerId } }),
        ]);
        return { choice, hidden };
    }

    async eraseCustomer(customerId: ID): Promise<void> {
        await this.connection.rawConnection.transaction(async manager => {
            await manager.delete(EfiRecommendationChoice, { customerId });
            await manager.delete(EfiRecommendationHidden, { customerId });
        });
    }
}
