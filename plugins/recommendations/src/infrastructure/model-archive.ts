import { auditTrail } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import { type RequestContext, TransactionalConnection } from '@vendure/core';
import type { ModelCard } from '../domain/training/model-card';
import { EfiRecommendationModel, type ModelState } from './entities/recommendation-model.entity';

/** A model's bytes, by the names of its parts. */
export type ModelParts = Readonly<Record<string, Uint8Array>>;

interface NewModel {
    readonly card: ModelCard;
    readonly parts: ModelParts;
    readonly promote: boolean;
    readonly reason: string;
}

/** A model as it is on record. */
export interface KnownModel extends EfiRecommendationModel {
    /** Whether its bytes are there still. */
    readonly isKept: boolean;
}

/** Bytes of this many models are kept, and those of the one in place; cards stay for good. */
const KEPT = 5;

/** Trained models in PostgreSQL. At most one is in place; the database sees to it. */
@Injectable()
export class ModelArchive {
    constructor(private readonly connection: TransactionalConnection) {}

    async idInPlace(): Promise<number | undefined> {
        const [row] = await this.connection.rawConnection.query<Array<{ id: number }>>(
            `SELECT id FROM efi_recommendation_model WHERE state = 'IN_PLACE'`,
        );
        return row?.id;
    }

    inPlace(): Promise<EfiRecommendationModel | null> {
        return this.connection.rawConnection
            .getRepository(EfiRecommendationModel)
            .findOne({ where: { state: 'IN_PLACE' } });
    }

    /** The latest first. */
    async latest(take: number): Promise<KnownModel[]> {
        const models = await this.connection.rawConnection
            .getRepository(EfiRecommendationModel)
            .find({ order: { id: 'DESC' }, take });
        const kept = await this.connection.rawConnection.query<Array<{ id: number }>>(
            'SELECT DISTINCT "modelId" AS id FROM efi_recommendation_model_part',
        );
        return models.map(model => ({ ...model, isKept: kept.some(({ id }) => id === model.id) }));
    }

    /** Undefined when its bytes are gone. */
    async parts(modelId: number): Promise<ModelParts | undefined> {
        const rows = await this.connection.rawConnection.query<Array<{ name: string; bytes: Buffer }>>(
            'SELECT name, bytes FROM efi_recommendation_model_part WHERE "modelId" = $1',
            [modelId],
        );
        return rows.length === 0
            ? undefined
            : // A plain array of its own: a Buffer may lie in a pool.
              Object.fromEntries(rows.map(({ name, bytes }) => [name, new Uint8Array(bytes)]));
    }

    /** Stores a model that was trained, puts it in place if it is to be, and drops the bytes of old ones. */
    async add({ card, parts, promote, reason }: NewModel): Promise<number> {
        return this.connection.rawConnection.transaction(async manager => {
            if (promote) {
                await manager.query(
                    `UPDATE efi_recommendation_model SET state = 'RETIRED' WHERE state = 'IN_PLACE'`,
                );
            }
            const state: ModelState = promote ? 'IN_PLACE' : 'REJECTED';
            const { id } = await manager.save(
                manager.create(EfiRecommendationModel, {
                    state,
                    card,
                    reason,
                    decidedBy: null,
                    decidedAt: new Date(),
                }),
            );
            await auditTrail(this.connection.rawConnection).recordIn(manager, {
                action: promote ? 'publish-model' : 'reject-model',
                class: 'security',
                resource: { type: 'EfiRecommendationModel', id },
                detail: { reason },
            });
            for (const [name, bytes] of Object.entries(parts)) {
                await manager.query(
                    'INSERT INTO efi_recommendation_model_part ("modelId", name, bytes) VALUES ($1, $2, $3)',
                    [id, name, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)],
                );
            }
            await manager.query(
                `DELETE FROM efi_recommendation_model_part p
                  WHERE p."modelId" NOT IN (
                            SELECT id FROM efi_recommendation_model ORDER BY id DESC LIMIT ${KEPT})
                    AND p."modelId" NOT IN (SELECT id FROM efi_recommendation_model WHERE state = 'IN_PLACE')
                    AND p."modelId" NOT IN (
                            SELECT "challengerId" FROM efi_recommendation_experiment
                             WHERE "endedAt" IS NULL AND "challengerId" IS NOT NULL)`,
            );
            return id;
        });
    }

    /**
     * Puts an older model, or one that was rejected, in place by hand.
     *
     * @returns Undefined when it could not be: it is in place already, or its bytes are gone.
     */
    async putInPlace(
        ctx: RequestContext,
        modelId: number,
        decidedBy: string,
        reason: string,
    ): Promise<KnownModel | undefined> {
        return this.connection.withTransaction(ctx, async tx => {
            const { manager } = this.connection.getRepository(tx, EfiRecommendationModel);
            const [kept] = await manager.query<Array<{ state: ModelState }>>(
                `SELECT state FROM efi_recommendation_model m WHERE id = $1 AND state <> 'IN_PLACE'
                    AND EXISTS (SELECT 1 FROM efi_recommendation_model_part p WHERE p."modelId" = m.id)
                    FOR UPDATE`,
                [modelId],
            );
            if (!kept) {
                return undefined;
            }
            await manager.query(
                `UPDATE efi_recommendation_model SET state = 'RETIRED' WHERE state = 'IN_PLACE'`,
            );
            await manager.query(
                `UPDATE efi_recommendation_model
                    SET state = 'IN_PLACE', reason = $2, "decidedBy" = $3, "decidedAt" = now() WHERE id = $1`,
                [modelId, reason, decidedBy],
            );
            await auditTrail(this.connection.rawConnection).record(tx, {
                ...{ action: 'put-model-in-place', class: 'security' },
                resource: { type: 'EfiRecommendationModel', id: modelId },
                ...{ before: { state: kept.state }, after: { state: 'IN_PLACE' } },
                detail: { reason },
            });
            const model = await manager.findOneByOrFail(EfiRecommendationModel, { id: modelId });
            return { ...model, isKept: true };
        });
    }
}
