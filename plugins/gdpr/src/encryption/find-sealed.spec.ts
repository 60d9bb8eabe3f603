import { describe, expect, it } from 'vitest';
import { findSealed } from './find-sealed';

const find = findSealed(text => [`<${text}>`]);
const range = (column: string, first: number) =>
    `(${column} COLLATE "C" >= $${first}::text AND ${column} COLLATE "C" < $${first + 1}::text)`;

describe('a condition on a sealed column', () => {
    it('finds what is sealed beside what is not', () => {
        const email = '"customer"."emailAddress"';
        expect(
            find(`SELECT 1 FROM customer WHERE ${email} = $1 AND id = $2`, ['ada@example.org', 5]),
        ).toEqual([
            `SELECT 1 FROM customer WHERE (${email} COLLATE "C" = $1 OR ${range(email, 3)}) AND id = $2`,
            ['ada@example.org', 5, 'sealed1:<ada@example.org>:', 'sealed1:<ada@example.org>;'],
        ]);
    });

    it('is known within lower(), with and without quotes', () => {
        const [text] = find('SELECT 1 WHERE LOWER("user"."identifier") = $1', ['ada']);
        expect(text).toBe(
            `SELECT 1 WHERE (LOWER("user"."identifier") = $1 OR ${range('"user"."identifier"', 2)})`,
        );
        expect(find('SELECT 1 WHERE lower(identifier) = $1', ['ada'])[0]).toContain(range('identifier', 2));
    });

    it('looks for the whole of what a list is filtered by', () => {
        const [text, parameters] = find('SELECT 1 WHERE "Customer"."lastName" ILIKE $1', ['%O\\_Neil%']);
        expect(text).toContain(`("Customer"."lastName" ILIKE $1 OR ${range('"Customer"."lastName"', 2)})`);
        expect(parameters.slice(1)).toEqual(['sealed1:<O_Neil>:', 'sealed1:<O_Neil>;']);
    });

    it('does not look for parts of texts among customers when all is sealed', () => {
        let isWhole = false;
        const findWhole = findSealed(
            text => [`<${text}>`],
            () => isWhole,
        );
        const text = 'SELECT 1 WHERE "Customer"."lastName" ILIKE $1 OR "Administrator"."lastName" ILIKE $2';
        const before = findWhole(text, ['%a%', '%a%'])[0];
        isWhole = true;
        const [after] = findWhole(text, ['%a%', '%a%']);
        expect(before).toContain('"Customer"."lastName" ILIKE $1');
        expect(after).toBe(
            `SELECT 1 WHERE ($1::text IS NOT NULL AND (${range('"Customer"."lastName"', 3)})) OR ` +
                `("Administrator"."lastName" ILIKE $2 OR ${range('"Administrator"."lastName"', 5)})`,
        );
    });

    it('may ask for one of several', () => {
        const [text, parameters] = find('SELECT 1 WHERE "lastName" IN ($1, $2)', ['a', 'b']);
        expect(text).toBe(
            `SELECT 1 WHERE ("lastName" IN ($1, $2) OR ${range('"lastName"', 3)} OR ${range('"lastName"', 5)})`,
        );
        expect(parameters).toHaveLength(6);
    });

    it('asks for each index that a row may have while keys are exchanged, and for one again afterwards', () => {
        let keys = ['a', 'b'];
        const findBoth = findSealed(
            text => keys.map(key => `${key}<${text}>`),
            undefined,
            () => keys.length,
        );
        const text = 'SELECT 1 WHERE "lastName" IN ($1, $2)';
        const column = '"lastName"';
        expect(findBoth(text, ['x', 'y'])).toEqual([
            `SELECT 1 WHERE ("lastName" IN ($1, $2) OR ${[3, 5, 7, 9].map(n => range(column, n)).join(' OR ')})`,
            [
                ...['x', 'y'],
                ...['a<x>', 'b<x>', 'a<y>', 'b<y>'].flatMap(index => [
                    `sealed1:${index}:`,
                    `sealed1:${index};`,
                ]),
            ],
        ]);
        keys = ['b'];
        expect(findBoth(text, ['x', 'y'])[1]).toHaveLength(6);
        expect(findBoth(text, ['x', 'y'])[0]).not.toContain('$7');
    });

    it.each(['!=', '<>', 'NOT ILIKE'])('may ask for all others: %s', operator => {
        const [text] = find(`SELECT 1 WHERE "lastName" ${operator} $1`, ['a']);
        expect(text).toBe(`SELECT 1 WHERE ("lastName" ${operator} $1 AND NOT (${range('"lastName"', 2)}))`);
    });

    it('is told from an assignment', () => {
        const set = 'UPDATE "customer" SET "emailAddress" = $1, "lastName" = $2';
        expect(find(set, ['a', 'b'])).toEqual([set, ['a', 'b']]);
        const [text] = find(`${set} WHERE "emailAddress" = $3`, ['a', 'b', 'c']);
        expect(text).toBe(`${set} WHERE ("emailAddress" COLLATE "C" = $3 OR ${range('"emailAddress"', 4)})`);
    });

    it.each([
        ['SELECT "customer"."emailAddress" FROM customer WHERE id = $1', [1]],
        ['SELECT 1 WHERE "emailAddressOf" = $1', ['a']],
        ['SELECT 1 WHERE "lastName" IS NULL', []],
        ['SELECT 1 WHERE x = $1', ['a']],
    ])('is none: %s', (text, parameters) => {
        expect(find(text, parameters)).toEqual([text, parameters]);
    });

    it('is the same the second time, with what is looked for then', () => {
        const text = 'SELECT 1 WHERE "emailAddress" = $1';
        expect(find(text, ['a'])[0]).toBe(find(text, ['b'])[0]);
        expect(find(text, ['b'])[1]).toEqual(['b', 'sealed1:<b>:', 'sealed1:<b>;']);
    });
});
