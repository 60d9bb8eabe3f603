import { randomBytes } from 'node:crypto';
import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import type { KeyFile } from './key-file';
import { KeyTree } from './key-tree';
import { changeTexts, type SealedColumn, sealedColumns, sealedTables as TABLES } from './sealed-columns';
import { Sealer } from './sealer';
import { locked, LOOK_AGAIN } from './sealing';
import { EfiGdprSealing } from './sealing.entities';

/** Seals what is not sealed under the newest tree of keys, or opens all. */
export type Work = 'SEAL' | 'OPEN';

/** How many rows are locked at a time. */
const ROWS = 200;

/** Where work on all rows begins. */
const BEGINNING = { table: TABLES[0] ?? null, lastId: 0, rows: 0, isWhole: false };

/**
 * Goes through all rows, a few in each transaction, and notes with them how far it is: whatever ends it, the next run
 * goes on there. The shop keeps running; nothing but the rows at hand is locked.
 *
 * A process that has not heard of it yet may write behind its back: it goes through all rows again until it has found
 * nothing to change from the first to the last.
 *
 * @param tell - Told after each step.
 * @param pause - Until all processes know that they shall not seal any more, before rows are opened.
 */
export async function workThrough(
    dataSource: DataSource,
    file: KeyFile,
    work: Work,
    tell: (state: EfiGdprSealing) => void = () => undefined,
    pause: () => Promise<unknown> = otherProcesses,
): Promise<void> {
    const states = dataSource.getRepository(EfiGdprSealing);
    const begun = await states.findOneByOrFail({ id: 1 });
    const { otherIndexKeys: earlier } = file.keys();
    if (begun.work !== work) {
        await states.update({ id: 1 }, { ...BEGINNING, work });
    }
    if (work === 'OPEN') {
        await pause();
    }
    const sealer = new Sealer(() => file.keys());
    // Of rows that a run before has gone through nobody knows whether they stayed as they were.
    let isClean = begun.work !== work || (begun.table === BEGINNING.table && begun.lastId === 0);
    for (let isDone = false; !isDone;) {
        isDone = await dataSource.transaction(async manager => {
            const stepped = await step(manager, sealer, work, isClean);
            if (!stepped) {
                return true;
            }
            isClean = stepped.isClean;
            tell(stepped.state);
            return !stepped.state.work;
        });
    }
    if (work === 'SEAL' && earlier.length) {
        await dropIndexKeys(dataSource, file, earlier);
    }
}

/**
 * A new tree of keys and a new key of the blind index, under which all is sealed from now on. What is sealed under older
 * trees still opens, and rows are found by both index keys until {@link workThrough} has sealed all anew.
 */
export async function growTree(
    dataSource: DataSource,
    file: KeyFile,
    pause = otherProcesses,
): Promise<number> {
    const indexKey = randomBytes(32);
    const number = await locked(dataSource, async () => {
        await file.load();
        const next = Math.max(...file.keys().trees.keys()) + 1;
        await file.update(keys => ({
            ...keys,
            trees: new Map([...keys.trees, [next, KeyTree.grow()]]),
            otherIndexKeys: [...keys.otherIndexKeys, indexKey],
        }));
        return next;
    });
    // Nobody may seal what others can't open or find yet.
    await pause();
    await locked(dataSource, async manager => {
        await file.update(keys => ({
            ...{ ...keys, current: number, indexKey },
            otherIndexKeys: [...without(keys.otherIndexKeys, [indexKey]), keys.indexKey],
        }));
        // Also where it was in the middle of sealing: rows that were passed are under another tree.
        await manager.update(
            EfiGdprSealing,
            { id: 1 },
            { ...BEGINNING, work: 'SEAL', rotatedAt: new Date() },
        );
    });
    await pause();
    return number;
}

/** By which no row is found any more, since all is sealed under the newest one. */
async function dropIndexKeys(
    dataSource: DataSource,
    file: KeyFile,
    earlier: readonly Buffer[],
): Promise<void> {
    await locked(dataSource, async manager => {
        // Somebody else may have begun to open all meanwhile, or another rotation, which ends with this as well.
        if (await manager.existsBy(EfiGdprSealing, { id: 1, work: IsNull(), isWhole: true })) {
            await file.update(keys => ({
                ...keys,
                otherIndexKeys: without(keys.otherIndexKeys, earlier),
            }));
        }
    });
}

function without(keys: readonly Buffer[], some: readonly Buffer[]): Buffer[] {
    return keys.filter(key => !some.some(other => other.equals(key)));
}

/**
 * @param isClean - Whether nothing was changed since the first row.
 * @returns how it stands; nothing when somebody else finished it.
 */
async function step(
    manager: EntityManager,
    sealer: Sealer,
    work: Work,
    isClean: boolean,
): Promise<{ readonly state: EfiGdprSealing; readonly isClean: boolean } | undefined> {
    const state = await manager.findOne(EfiGdprSealing, {
        where: { id: 1, work },
        lock: { mode: 'pessimistic_write' },
    });
    if (!state) {
        return undefined;
    }
    const { table, rows } = state;
    const read = await changeRows(manager, sealer, work, table ?? '', state);
    state.updatedAt = new Date();
    if (read) {
        await manager.save(state);
        return { state, isClean: isClean && state.rows === rows };
    }
    state.lastId = 0;
    state.table = TABLES[TABLES.indexOf(table ?? '') + 1] ?? null;
    if (state.table === null && !isClean) {
        state.table = BEGINNING.table;
        await manager.save(state);
        return { state, isClean: true };
    }
    state.work = state.table === null ? null : work;
    state.isWhole = state.table === null && work === 'SEAL';
    // A database that has no such row is not sealed.
    await (work === 'OPEN' && !state.work ? manager.delete(EfiGdprSealing, { id: 1 }) : manager.save(state));
    return { state, isClean };
}

/** @returns how many rows there were, changed or not. */
async function changeRows(
    manager: EntityManager,
    sealer: Sealer,
    work: Work,
    table: string,
    state: EfiGdprSealing,
): Promise<number> {
    const columns = sealedColumns.filter(({ name }) => name.startsWith(`${table}.`));
    const names = columns.map(column => `"${nameIn(column)}"`).join(', ');
    const rows = await manager.query<(Record<string, string | null> & { id: number })[]>(
        `SELECT id, ${names} FROM "${table}" WHERE id > $1 ORDER BY id LIMIT ${ROWS} FOR NO KEY UPDATE`,
        [state.lastId],
    );
    for (const row of rows) {
        const changed = columns.flatMap(column => {
            const now = row[nameIn(column)] ?? null;
            const then = now === null ? null : change(now, column, sealer, work);
            return then === now ? [] : [{ name: nameIn(column), then }];
        });
        if (changed.length) {
            const sets = changed.map(({ name }, index) => `"${name}" = $${index + 2}`).join(', ');
            await manager.query(`UPDATE "${table}" SET ${sets} WHERE id = $1`, [
                row.id,
                ...changed.map(({ then }) => then),
            ]);
            state.rows++;
        }
        state.lastId = row.id;
    }
    return rows.length;
}

function change(value: string, column: SealedColumn, sealer: Sealer, work: Work): string {
    const each = (text: string) => {
        const opened = sealer.open(text, column.name);
        if (work === 'OPEN') {
            return opened;
        }
        // Of a key that was destroyed, what is left is left.
        return sealer.isCurrent(text) || opened === ''
            ? text
            : sealer.seal(opened, column.name, column.isIndexed);
    };
    if (!column.isObject) {
        return String(changeTexts(value, column, each));
    }
    const before: unknown = JSON.parse(value);
    const after = JSON.stringify(changeTexts(before, column, each));
    return after === JSON.stringify(before) ? value : after;
}

function nameIn({ name }: SealedColumn): string {
    return name.split('.')[1] ?? '';
}

function otherProcesses(): Promise<unknown> {
    return new Promise(resolve => setTimeout(resolve, 2 * LOOK_AGAIN));
}
