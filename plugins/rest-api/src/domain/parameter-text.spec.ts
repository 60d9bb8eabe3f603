import { describe, expect, it } from 'vitest';
import { holdsNul, readParameter } from './parameter-text';

describe('the text of a parameter', () => {
    it.each([
        ['12', 'integer', 12],
        ['-1.5', 'number', -1.5],
        ['', 'integer', ''],
        [' 1', 'integer', ' 1'],
        ['0x10', 'integer', '0x10'],
        ['1e3', 'number', '1e3'],
        ['007', 'integer', '007'],
        ['true', 'boolean', true],
        ['false', 'boolean', false],
        ['yes', 'boolean', 'yes'],
        ['12', 'string', '12'],
    ])('"%s" read as %s is %j', (text, type, value) => {
        expect(readParameter(text, { type })).toBe(value);
    });

    it('is a list where one is asked for, given once or more often', () => {
        const schema = { type: 'array', items: { type: 'integer' } };
        expect(readParameter('1', schema)).toEqual([1]);
        expect(readParameter(['1', 'a'], schema)).toEqual([1, 'a']);
    });

    it('stays a list where one value is asked for, so that the schema refuses it', () => {
        expect(readParameter(['1', '2'], { type: 'integer' })).toEqual(['1', '2']);
    });
});

describe('a NUL', () => {
    it('is found wherever it hides', () => {
        expect(holdsNul({ a: [{ b: 'x\0' }] })).toBe(true);
        expect(holdsNul({ ['a\0']: 1 })).toBe(true);
        expect(holdsNul({ a: ['x', 1, null, true] })).toBe(false);
    });
});
