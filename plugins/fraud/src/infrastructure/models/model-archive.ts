import { auditTrail } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import { type RequestContext, TransactionalConnection } from '@vendure/core';
import type { EntityManager } from 'typeorm';
import type { FraudModel } from '../../domain/models/fraud-model';
import type { TrainedCard } from '../../domain/models/training-run';
import { EfiFraudModel } from '../entities/fraud-model.entity';

/** A model as it is on record, without its numbers. */
export type KnownModel = Omit<EfiFraudModel, 'artefact'> & {
    /** Whether its numbers are there still. */
    readonly isKept: boolean;
};

interface NewModel {
    readonly card: TrainedCard;
    readonly model: FraudModel;
    readonly promote: boolean;
    readonly reason: string;
}

/** Numbers of this many models are kept, and those of all that decided about a payment still on record; cards stay. */
const KEPT = 10;

const KNOWN = `id, "createdAt", state, reason, "decidedBy", "decidedAt", card, artefact IS NOT NULL AS "isKept"`;

/** Trained models in PostgreSQL. At most one is in place; the database sees to it. */
@Injectable()
export class ModelArchive {
    constructor(private readonly connection: TransactionalConnection) {}

    /** The newest first. */
    latest(take: number): Promise<KnownModel[]> {
        return this.connection.rawConnection.query<KnownModel[]>(
            `SELECT ${KNOWN} FROM efi_fraud_model ORDER BY id DESC LIMIT $1`,
            [take],
        );
    }

    async idInPlace(): Promise<number | undefined> {
        const [row] = await this.connection.rawConnection.query<Array<{ id: number }>>(
            `SELECT id FROM efi_fraud_model WHERE state = 'IN_PLACE'`,
        );
        return row?.id;
    }

    /** @throws Error when there is no such model, or its numbers are gone. */
    async artefact(modelId: number): Promise<unknown> {
        const { artefact } = await this.connection.rawConnection
            .getRepository(EfiFraudModel)
            .findOneByOrFail({ id: modelId });
        if (artefact === null) {
            throw new Error(`The numbers of fraud model ${modelId} are gone.`);
        }
        return artefact;
    }

    /** Stores a model that was trained, and puts it in place if it is to be. */
    add({ card, model, promote, reason }: NewModel): Promise<number> {
        return this.connection.rawConnection.transaction(async manager => {
            if (promote) {
                await retire(manager);
            }
            const state: EfiFraudModel['state'] = promote ? 'IN_PLACE' : 'REJECTED';
            const { id } = await manager.save(
                manager.create(EfiFraudModel, { state, card, reason, artefact: model, decidedBy: null }),
            );
            await auditTrail(this.connection.rawConnection).recordIn(manager, {
                action: promote ? 'publish-model' : 'reject-model',
                class: 'security',
                resource: { type: 'EfiFraudModel', id },
                detail: { reason },
            });
            return id;
        });
    }

    /**
     * Puts an older model, or one that was rejected, in place by hand.
     *
     * @returns Undefined when it could not be: it is in place already, or its numbers are gone.
     */
    putInPlace(
        ctx: RequestContext,
        modelId: number,
        decidedBy: string,
        reason: string,
    ): Promise<KnownModel | undefined> {
        return this.connection.withTransaction(ctx, async tx => {
            const { manager } = this.connection.getRepository(tx, EfiFraudModel);
            await retire(manager, modelId);
            const [, changed] = await manager.query<[unknown, number]>(
                `UPDATE efi_fraud_model
                    SET state = 'IN_PLACE', reason = $2, "decidedBy" = $3, "decidedAt" = now()
                  WHERE id = $1 AND state <> 'IN_PLACE' AND artefact IS NOT NULL`,
                [modelId, reason, decidedBy],
            );
            if (changed !== 1) {
                return undefined;
            }
            await auditTrail(this.connection.rawConnection).record(tx, {
                ...{ action: 'put-model-in-place', class: 'security' },
                resource: { type: 'EfiFraudModel', id: modelId },
                after: { state: 'IN_PLACE' },
                detail: { reason },
            });
            const [model] = await manager.query<KnownModel[]>(
                `SELECT ${KNOWN} FROM efi_fraud_model WHERE id = $1`,
                [modelId],
            );
            return model;
        });
    }

    /** Lets go of the numbers of old models that no decision on record was made by. */
    async trim(): Promise<void> {
        await this.connection.rawConnection.query(`
            UPDATE efi_fraud_model m SET artefact = NULL
             WHERE artefact IS NOT NULL AND state <> 'IN_PLACE'
               AND id NOT IN (SELECT id FROM efi_fraud_model ORDER BY id DESC LIMIT ${KEPT})
               AND NOT EXISTS (SELECT FROM efi_fraud_decision d WHERE d."modelId" = m.id)`);
    }
}

/** Waits for whoever else is putting a model in place; readers wait for nobody. @param successor - When it is known. */
async function retire(manager: EntityManager, successor?: number): Promise<void> {
    await manager.query('LOCK TABLE efi_fraud_model IN SHARE ROW EXCLUSIVE MODE');
    await manager.query(
        `UPDATE efi_fraud_model SET state = 'RETIRED'
          WHERE state = 'IN_PLACE' AND ($1::int IS NULL OR EXISTS (
                SELECT FROM efi_fraud_model WHERE id = $1 AND state <> 'IN_PLACE' AND artefact IS NOT NULL))`,
        [successor ?? null],
    );
}
