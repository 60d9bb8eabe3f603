import { seededRandom } from '../../src/demo/random';
import { load } from '../measuring/load';
import { residentMb } from '../measuring/memory';
import { processorTimeMs } from '../measuring/processor-time';
import { resetStatistics, sqlCost } from '../measuring/statement-statistics';
import { zipf } from '../measuring/zipf';
import { type Contender, type ContenderName, READS, type RowName } from './contender';

/** What one contender did in one turn. What a database or a process did is per answer, NaN where nobody counts. */
export interface Sample {
    readonly contender: ContenderName;
    readonly round: number;
    readonly connections: number;
    readonly perSecond: number;
    readonly milliseconds: readonly number[];
    readonly statements: number;
    readonly sqlMs: number;
    readonly planningMs: number;
    /** Of the server, not of PostgreSQL. */
    readonly processorMs: number;
    /** Of the server, at the end of the turn. */
    readonly memoryMb: number;
    /** Of the answers, from 0 to 1. */
    readonly hitShare: number;
}

/** How often a merchant changes something while answers come from a cache. */
const WRITE_EVERY_MS = 1_000;

interface Turn {
    readonly row: RowName;
    readonly connections: number;
    readonly seconds: number;
    readonly round: number;
}

/** Has an answer to each key kept, where answers are kept: what is measured is a warm cache. */
export async function warmUp({ tasks, writer }: Contender, row: RowName): Promise<void> {
    const task = tasks[row];
    const keys = Array.from({ length: (writer && task?.keys) ?? 0 }, (_, key) => key);
    const askNext = async (): Promise<void> => {
        for (let key = keys.pop(); key !== undefined; key = keys.pop()) {
            await task?.ask(key);
        }
    };
    await Promise.all(Array.from({ length: 10 }, askNext));
}

/** @throws Error when the contender is never asked for this. */
export async function measure(contender: Contender, turn: Turn): Promise<Sample> {
    const { row, connections, seconds, round } = turn;
    const task = contender.tasks[row];
    if (!task) {
        throw new Error(`${contender.name} has no ${row}.`);
    }
    // Each contender is asked for the same things in the same order.
    const draw = zipf(task.keys, seededRandom(`${row} ${round}`));
    const drawWritten = zipf(task.keys, seededRandom(`written ${row} ${round}`));
    const { database } = contender;
    if (database) {
        await resetStatistics(database);
    }
    const processorBefore = await processorTimeMs(contender.pid());
    let hits = 0;
    // A cart whose price changes on its way to the till is rightly refused.
    const writer = READS.has(row) ? contender.writer : undefined;
    const writes: Array<Promise<void>> = [];
    const writing = setInterval(() => {
        if (writer) {
            writes.push(writer.write(drawWritten()));
        }
    }, WRITE_EVERY_MS);
    const { perSecond, milliseconds } = await load({ connections, seconds }, async () => {
        const { hit } = await task.ask(draw());
        hits += Number(hit);
    }).finally(() => clearInterval(writing));
    await Promise.all(writes);
    const processorMs = (await processorTimeMs(contender.pid())) - processorBefore;
    const sql = database ? await sqlCost(database) : { statements: NaN, timeMs: NaN, planningMs: NaN };
    const memoryMb = await residentMb(contender.pid());
    await writer?.settle();
    const answers = milliseconds.length;
    return {
        ...{ contender: contender.name, round, connections, perSecond, milliseconds },
        statements: sql.statements / answers,
        sqlMs: sql.timeMs / answers,
        planningMs: sql.planningMs / answers,
        processorMs: processorMs / answers,
        memoryMb,
        hitShare: hits / answers,
    };
}
