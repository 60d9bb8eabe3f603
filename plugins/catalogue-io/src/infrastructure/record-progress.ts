import type { EntityManager } from 'typeorm';
import type { Problem } from '../domain/catalogue-product';
import type { EfiCatalogueRun, RunState } from './catalogue-run.entity';

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

/** An import as one worker has taken it up. */
export type TakenUp = Pick<EfiCatalogueRun, 'id' | 'attempt'>;

/**
 * Takes up an import from where it was left. Whoever had it before, and may only have been slow, has it no longer.
 *
 * @returns null for one that is done with.
 */
export async function takeUp(manager: EntityManager, runId: number): Promise<EfiCatalogueRun | null> {
    const rows = await manager.query<EfiCatalogueRun[]>(
        `WITH taken AS (
            UPDATE efi_catalogue_run
               SET state = 'RUNNING', attempt = attempt + 1, "startedAt" = coalesce("startedAt", now())
             WHERE id = $1 AND state IN ('WAITING', 'RUNNING') RETURNING *)
         SELECT * FROM taken`,
        [runId],
    );
    return rows[0] ?? null;
}

/**
 * Counts a batch.
 *
 * @param from - The position before it.
 * @returns false when the import was cancelled, or goes on somewhere else: then the batch must not count.
 */
export async function recordProgress(
    manager: EntityManager,
    { id, attempt }: TakenUp,
    from: number,
    { problems, ...progress }: Progress,
): Promise<boolean> {
    const counted = await manager.query<Array<{ before: number }>>(
        `WITH counted AS (
            UPDATE efi_catalogue_run
               SET position = $3, "bytesRead" = $4, created = created + $5, updated = updated + $6,
                   unchanged = unchanged + $7, refused = refused + $8, "problemCount" = "problemCount" + $9
             WHERE id = $1 AND attempt = $10 AND position = $2 AND state = 'RUNNING'
            RETURNING "problemCount" - $9 AS before)
         SELECT before FROM counted`,
        [
            id,
            from,
            progress.position,
            progress.bytesRead,
            progress.created,
            progress.updated,
            progress.unchanged,
            progress.refused,
            problems.length,
            attempt,
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
            id,
            kept.map(({ line }) => line),
            kept.map(({ reason }) => reason),
            kept.map(({ isWarning = false }) => isWarning),
        ],
    );
    return true;
}

/** The import at its end; its file is not kept. Nothing happens to one that goes on somewhere else. */
export async function recordEnd(
    manager: EntityManager,
    { id, attempt }: TakenUp,
    state: RunState,
    error?: string,
): Promise<void> {
    await manager.query(
        `WITH ended AS (
            UPDATE efi_catalogue_run SET state = $3, error = $4, "endedAt" = now()
             WHERE id = $1 AND attempt = $2 AND state = 'RUNNING' RETURNING id),
         untried AS (DELETE FROM efi_catalogue_trial WHERE "runId" IN (SELECT id FROM ended))
         DELETE FROM efi_catalogue_chunk WHERE "runId" IN (SELECT id FROM ended)`,
        [id, attempt, state, error ?? null],
    );
}
