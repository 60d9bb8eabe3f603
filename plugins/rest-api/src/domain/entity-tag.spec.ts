import { describe, expect, it } from 'vitest';
import { entityTag, isInMatch, isInNoneMatch } from './entity-tag';

describe('entity tags', () => {
    it('are quoted, and say when they are weak', () => {
        expect(entityTag('a')).toBe('"a"');
        expect(entityTag('a', 'weak')).toBe('W/"a"');
    });

    it('carry any version, and tell any two apart', () => {
        expect(entityTag('vĀ "1" 50 %')).toBe('"v%c4%80%20%221%22%2050%20%25"');
        expect(entityTag('a%20b')).not.toBe(entityTag('a b'));
        expect(() => new Headers({ etag: entityTag('\r\n\0\ud800') })).not.toThrow();
    });

    it.each([
        ['"a"', '"a"', true, true],
        ['"b", W/"a"', '"a"', true, false],
        ['W/"a"', 'W/"a"', true, false],
        ['*', '"a"', true, true],
        ['"b"', '"a"', false, false],
        ['"a, b"', '"a"', false, false],
        ['a', '"a"', false, false],
        ['', '"a"', false, false],
    ])('in the list %s, %s is there for a read (%s) and for a change (%s)', (list, tag, weakly, strongly) => {
        expect(isInNoneMatch(list, tag)).toBe(weakly);
        expect(isInMatch(list, tag)).toBe(strongly);
    });
});
