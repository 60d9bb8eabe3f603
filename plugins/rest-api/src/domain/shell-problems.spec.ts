import { describe, expect, it } from 'vitest';
import { jsonPointer } from './shell-problems';

describe('a JSON pointer', () => {
    it('names a place in a body', () => {
        expect(jsonPointer([])).toBe('#');
        expect(jsonPointer(['lines', 0, 'sku'])).toBe('#/lines/0/sku');
    });

    it('escapes what has a meaning of its own', () => {
        expect(jsonPointer(['a/b', 'c~d', 'e f'])).toBe('#/a~1b/c~0d/e%20f');
    });
});
