import { describe, expect, it, vi } from 'vitest';
import { resolveOptions } from './prepared-statements.options';
import { Statements } from './statements';

const TEXT = 'SELECT "id" FROM "product" WHERE "id" = $1';

describe('statements', () => {
    it('names what is sent again, always alike', () => {
        const statements = new Statements(10);
        expect(statements.find(TEXT, 1)).toBeUndefined();
        const statement = statements.find(TEXT, 1);
        expect(statement?.text).toBe(TEXT);
        expect(statements.find(TEXT, 1)).toBe(statement);
        const other = new Statements(10);
        other.find(TEXT, 1);
        expect(other.find(TEXT, 1)?.name).toBe(statement?.name);
        expect(Buffer.byteLength(statement?.name ?? '')).toBeLessThan(64);
    });

    it.each([
        ['no parameters', 'SELECT 1', 0],
        ['something else than rows', 'SET LOCAL lock_timeout TO 5', 1],
        ['a transaction', 'START TRANSACTION', 1],
        ['very many rows', `INSERT INTO "a" VALUES ($1) ${'--'.repeat(30_000)}`, 1],
    ])('leaves alone: %s', (_, text, parameters) => {
        const statements = new Statements(10);
        statements.find(text, parameters);
        expect(statements.find(text, parameters)).toBeUndefined();
    });

    it('gives what changed another name, once for all that saw it fail', () => {
        const statements = new Statements(10);
        statements.find(TEXT, 1);
        const before = statements.find(TEXT, 1)!;
        statements.renew(before);
        const after = statements.find(TEXT, 1)!;
        statements.renew(before);
        expect(after.name).not.toBe(before.name);
        expect(statements.find(TEXT, 1)).toEqual(after);
    });

    it('remembers a bounded number of texts', () => {
        const statements = new Statements(5);
        statements.find(TEXT, 1);
        for (let other = 0; other < 20; other++) {
            statements.find(`SELECT ${other} WHERE $1`, 1);
        }
        expect(statements.find(TEXT, 1)).toBeUndefined();
    });

    it('stops, and says so once', () => {
        const warn = vi.fn();
        const statements = new Statements(10, warn);
        statements.find(TEXT, 1);
        statements.switchOff('not there');
        statements.switchOff('not there');
        expect(statements.find(TEXT, 1)).toBeUndefined();
        expect(warn.mock.calls).toEqual([[expect.stringContaining('not there')]]);
    });

    it.each([-1, 1.5, 10_001, NaN])('can not keep %s for a connection', maxPerConnection => {
        expect(() => resolveOptions({ maxPerConnection })).toThrow('maxPerConnection must be a whole number');
    });
});
