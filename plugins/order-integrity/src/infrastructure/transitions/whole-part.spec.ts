import type { QueryRunner } from 'typeorm';
import { beforeEach, describe, expect, it } from 'vitest';
import { wholePart } from './whole-part';

/** A transaction as far as its levels go. */
class Levels {
    transactionDepth = 1;
    readonly ends: string[] = [];

    open(): void {
        this.transactionDepth += 1;
    }

    commitTransaction(): Promise<void> {
        return this.end('committed');
    }

    rollbackTransaction(): Promise<void> {
        return this.end('rolled back');
    }

    private end(how: string): Promise<void> {
        this.ends.push(`${this.transactionDepth} ${how}`);
        this.transactionDepth -= 1;
        return Promise.resolve();
    }
}

describe('a part of a transaction', () => {
    let levels: Levels;
    beforeEach(() => {
        levels = new Levels();
    });

    const run = (work: () => Promise<string>) => wholePart(levels as unknown as QueryRunner, work);
    const fail = () => run(() => Promise.reject(new Error('no stock'))).catch(() => 'caught');

    it('is committed with the whole when it succeeds', async () => {
        expect(await run(() => Promise.resolve('done'))).toBe('done');
        await levels.commitTransaction();
        expect(levels.ends).toEqual(['1 committed']);
    });

    it('throws what it failed with', async () => {
        await expect(run(() => Promise.reject(new Error('no stock')))).rejects.toThrow('no stock');
    });

    it('keeps the whole from being committed when it failed, and somebody went on', async () => {
        expect(await fail()).toBe('caught');
        await expect(levels.commitTransaction()).rejects.toThrow('no stock');
        await levels.rollbackTransaction();
        expect(levels.ends).toEqual(['1 rolled back']);
    });

    it('is forgotten with the savepoint around it', async () => {
        levels.open();
        await fail();
        await expect(levels.commitTransaction()).rejects.toThrow('no stock');
        await levels.rollbackTransaction();
        await levels.commitTransaction();
        expect(levels.ends).toEqual(['2 rolled back', '1 committed']);
    });

    it('is not forgotten with a savepoint that was set afterwards', async () => {
        await fail();
        levels.open();
        await levels.rollbackTransaction();
        await expect(levels.commitTransaction()).rejects.toThrow('no stock');
        await levels.rollbackTransaction();
        expect(levels.ends).toEqual(['2 rolled back', '1 rolled back']);
    });

    it('that fails twice is forgotten once', async () => {
        await fail();
        await fail();
        await levels.rollbackTransaction();
        levels.open();
        await levels.commitTransaction();
        expect(levels.ends).toEqual(['1 rolled back', '1 committed']);
    });
});
