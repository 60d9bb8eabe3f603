import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json';

describe('canonical JSON', () => {
    it('has one text for one value, however its keys were sent', () => {
        expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: true })).toBe(
            '{"a":true,"b":[1,{"c":"x","d":null}]}',
        );
        expect(canonicalJson({ b: 1, a: 2 })).toBe(canonicalJson({ a: 2, b: 1 }));
    });

    it.each([
        [{ a: 1 }, { a: '1' }],
        [{ a: null }, {}],
        [{ a: [1, 2] }, { a: [2, 1] }],
        [{ 'a":1,"b': 2 }, { a: 1, b: 2 }],
    ])('tells %j from %j', (one, other) => {
        expect(canonicalJson(one)).not.toBe(canonicalJson(other));
    });

    it('refuses what is nested without end', () => {
        expect(() => canonicalJson(JSON.parse(`${'['.repeat(9_000)}${']'.repeat(9_000)}`))).toThrow(
            RangeError,
        );
    });

    it('keeps a key that means something to JavaScript', () => {
        expect(canonicalJson(JSON.parse('{"__proto__":1}'))).toBe('{"__proto__":1}');
    });
});
