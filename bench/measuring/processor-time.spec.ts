import { describe, expect, it } from 'vitest';
import { timeIn } from './processor-time';

describe('processor time', () => {
    it('is the process’s own and the system’s for it', () => {
        expect(timeIn('42 (node) S 1 42 42 0 -1 4194304 100 0 0 0 250 50 7 7 20 0 11 0 900 1 2')).toBe(3000);
    });

    it('is found behind any name', () => {
        expect(timeIn('42 (a) S 1 (b) R 1 42 42 0 -1 4194304 100 0 0 0 1 2 7 7 20 0 11 0 900 1 2')).toBe(30);
    });

    it('is unknown where nobody tells', () => {
        expect(timeIn('')).toBeNaN();
    });
});
