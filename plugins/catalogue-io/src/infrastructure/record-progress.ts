import type { EntityManager } from 'typeorm';
import type { Problem } from '../domain/catalogue-product';
import type { RunState } from './catalogue-run.entity';

/** More problems of one import are counted and not kept. */
const MOST_PROBLEMS = 10_000;

/** What a batch adds to an import. */
export interface Progress {
    readonly position: number;
    readonly bytesRead: number;
    readonly created: number;
    readonly updated: number;
    readonly unchanged: number;
    readonly refused: number;
    readonly problems: readonly Problem[];
}

/**
 * Counts a batch.
 *
 * @param from - The position before it.
 * @returns false when the import was cancelled, or goes on somewhere else: then the batch must not count.
 */
export async function recordProgress(
    manager: EntityManager,
    runId: number,
    from: number,
    { problems, ...progress }: Progress,
): Promise<boolean> {
    const counted = await manager.query<Array<{ before: number }>>(
        `WITH counted AS (
            UPDATE efi_catalogue_run
               SET position = $3, "bytesRead" = $4, created = created + $5, updated = updated + $6,
                   unchanged = unchanged + $7, refused = refused + $8, "problemCount" = "problemCount" + $9
             WHERE id = $1 AND position = $2 AND state = 'RUNNING'
            RETURNING "problemCount" - $9 AS before)
         SELECT before FROM counted`,
        [
            runId,
            from,
            progress.position,
            progress.bytesRead,
            progress.created,
            progress.updated,
            progress.unchanged,
            progress.refused,
            problems.length,
        ],
    );
    const [row] = counted;
    if (!row) {
        return false;
    }
    const kept = problems.slice(0, Math.max(0, MOST_PROBLEMS - row.before));
    await manager.query(
        `INSERT INTO efi_catalogue_problem ("runId", line, reason, "isWarning")
         SELECT $1, * FROM unnest($2::int[], $3::text[], $4::boolean[])`,
        [
            runId,
            kept.map(({ line }) => line),
            kept.map(({ reason }) => reason),
            kept.map(({ isWarning = false }) => isWarning),
        ],
    );
    return true;
}

/** The import at its end; its file is not kept. */
export async function recordEnd(
    manager: EntityManager,
    runId: number,
    state: RunState,
    error?: string,
): Promise<void> {
    await manager.query(
        `WITH ended AS (
            UPDATE efi_catalogue_run SET state = $2, error = $3, "endedAt" = now()
             WHERE id = $1 AND state = 'RUNNING' RETURNING id)
         DELETE FROM efi_catalogue_chunk WHERE "runId" IN (SELECT id FROM ended)`,
        [runId, state, error ?? null],
    );
}
