import type { Client } from 'pg';
import { expect, it } from 'vitest';
import { withRowAccess } from './row-access-client';

const SET = "SET efi.row_access TO 'all'";

/** What reaches the server when these are sent in a row on one connection. */
function sentOf(...statements: unknown[][]): string[] {
    const sent: string[] = [];
    class Sent {
        query(statement: string | { text: string }): void {
            sent.push(typeof statement === 'string' ? statement : statement.text);
        }
    }
    const client = new (withRowAccess(Sent as unknown as typeof Client))();
    statements.forEach(args => void (client.query as (...args: unknown[]) => unknown)(...args));
    return sent;
}

it('tells a connection once for all statements in a row, however they bring their values', () => {
    const text = 'SELECT points FROM efi_auth_limit WHERE key = $1;';
    expect(sentOf([{ name: 'get', text, values: ['k'] }], [text, ['k']], [text, ['k']])).toEqual([
        SET,
        text,
        text,
        text,
    ]);
});

it('tells it again after several statements in one text, which may have taken the setting back', () => {
    const text = 'ROLLBACK; SELECT 1';
    for (const several of [[text], [{ text }], [text, []], [{ text, values: [] }]]) {
        expect(sentOf(several, ['SELECT 2'])).toEqual([SET, text, SET, 'SELECT 2']);
    }
});

it('tells it within a transaction, and again after its end, which may have taken it back', () => {
    const begin = 'START TRANSACTION';
    expect(sentOf([begin], ['SELECT 1'], ['COMMIT'], [begin], ['SELECT 2', []])).toEqual([
        ...[begin, SET, 'SELECT 1', 'COMMIT'],
        ...[begin, SET, 'SELECT 2'],
    ]);
    expect(sentOf([`${begin}; SELECT 1`], ['SELECT 2'])).toEqual([SET, `${begin}; SELECT 1`, 'SELECT 2']);
});
