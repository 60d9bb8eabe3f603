import { CatalogueWrittenEvent, retryTransaction } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import { EventBus, Product, type RequestContext, TransactionalConnection } from '@vendure/core';
import type { EntityManager } from 'typeorm';
import type { CatalogueProduct, Problem } from '../domain/catalogue-product';
import { Batch } from './batch';
import type { EfiCatalogueRun } from './catalogue-run.entity';
import { rememberTried, triedBefore } from './import-trial';
import { type Progress, recordProgress } from './record-progress';
import { tellChanges } from './tell-changes';
import { type Destination, ProductError } from './writing/destination';
import { writeProducts, type Written } from './writing/write-products';

/** What became of a batch of which some products may be wrong. */
interface WrittenGoodOnes extends Written {
    readonly good: readonly CatalogueProduct[];
}

const NOTHING: WrittenGoodOnes = {
    created: 0,
    updated: 0,
    unchanged: 0,
    changedIds: [],
    changes: [],
    problems: [],
    good: [],
};

/** Ends a transaction of which nothing is to stay. */
class Undone extends Error {}

/** Writes a batch and counts it, in one transaction. */
@Injectable()
export class WriteBatch {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly events: EventBus,
    ) {}

    /**
     * @param run - As it is before the batch; of a dry run nothing stays but the count.
     * @returns whether the import is to go on.
     */
    async write(
        ctx: RequestContext,
        run: Pick<EfiCatalogueRun, 'id' | 'attempt' | 'dryRun' | 'position'>,
        destination: Destination,
        batch: Batch,
        reached: Pick<Progress, 'position' | 'bytesRead'>,
    ): Promise<boolean> {
        const record = (
            manager: EntityManager,
            { problems, good, created, updated, unchanged }: WrittenGoodOnes,
        ): Promise<boolean> =>
            recordProgress(manager, run, run.position, {
                ...reached,
                created,
                updated,
                unchanged,
                refused: batch.refused + batch.products.length - good.length,
                problems: [...batch.problems, ...problems],
            });
        let written = NOTHING;
        let goesOn = true;
        try {
            await retryTransaction(
                () =>
                    this.connection.withTransaction(ctx, async inner => {
                        const { manager } = this.connection.getRepository(inner, Product);
                        if (run.dryRun) {
                            const before = await triedBefore(manager, run.id, batch.products);
                            await writeAgain(manager, before, destination);
                        }
                        written = await writeGoodOnes(manager, batch.products, destination);
                        if (run.dryRun) {
                            throw new Undone();
                        }
                        goesOn = await record(manager, written);
                        if (!goesOn) {
                            throw new Undone();
                        }
                        if (written.changedIds.length > 0) {
                            await tellChanges(inner, this.connection.rawConnection, run.id, written);
                            await this.events.publish(new CatalogueWrittenEvent(inner, written.changedIds));
                        }
                    }),
                { retries: 3 },
            );
        } catch (error) {
            if (!(error instanceof Undone)) {
                throw error;
            }
        }
        return run.dryRun ? this.keepTrial(run.id, written, record) : goesOn;
    }

    private keepTrial(
        runId: number,
        written: WrittenGoodOnes,
        record: (manager: EntityManager, written: WrittenGoodOnes) => Promise<boolean>,
    ): Promise<boolean> {
        return this.connection.rawConnection.transaction(async manager => {
            const goesOn = await record(manager, written);
            if (goesOn) {
                await rememberTried(manager, runId, written.good);
            }
            return goesOn;
        });
    }
}

/** Brings a dry run to where the import would be with what concerns its next products. */
async function writeAgain(
    manager: EntityManager,
    products: readonly CatalogueProduct[],
    destination: Destination,
): Promise<void> {
    let batch = new Batch();
    for (const product of products) {
        if (!batch.fits({ product, problems: [] })) {
            await writeGoodOnes(manager, batch.products, destination);
            batch = new Batch();
        }
        batch.add({ product, problems: [] });
    }
    await writeGoodOnes(manager, batch.products, destination);
}

/** Where something is wrong, half by half, until what is wrong is alone. */
async function writeGoodOnes(
    manager: EntityManager,
    products: readonly CatalogueProduct[],
    destination: Destination,
): Promise<WrittenGoodOnes> {
    const [first, ...others] = products;
    if (!first) {
        return NOTHING;
    }
    try {
        const written = await manager.transaction(savepoint =>
            writeProducts(savepoint, products, destination),
        );
        return { ...written, good: products };
    } catch (error) {
        const reason = reasonOf(error);
        if (!reason) {
            throw error;
        }
        if (others.length === 0) {
            return {
                ...NOTHING,
                problems: [error instanceof ProductError ? error.problem : { line: first.line, reason }],
            };
        }
    }
    const middle = Math.ceil(products.length / 2);
    const half = await writeGoodOnes(manager, products.slice(0, middle), destination);
    const rest = await writeGoodOnes(manager, products.slice(middle), destination);
    return {
        created: half.created + rest.created,
        updated: half.updated + rest.updated,
        unchanged: half.unchanged + rest.unchanged,
        changedIds: [...half.changedIds, ...rest.changedIds],
        changes: [...half.changes, ...rest.changes],
        problems: [...half.problems, ...rest.problems],
        good: [...half.good, ...rest.good],
    };
}

/** Of an error that is one product's own: PostgreSQL's classes 22, a value, and 23, a constraint. */
function reasonOf(error: unknown): Problem['reason'] | undefined {
    const isOfValue =
        error instanceof ProductError ||
        (error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code)));
    return isOfValue ? error.message : undefined;
}
