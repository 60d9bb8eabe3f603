import { describe, expect, it } from 'vitest';
import { joinSaid, separateSaid } from './said';

const entry = {
    args: { id: 7, reason: 'Quillfeather rang', lines: [{ comment: 'broken' }, { comment: '' }] },
    reason: 'INVALID_CREDENTIALS_ERROR',
    user: { id: 3 },
};

describe('what somebody said in an entry', () => {
    it('is kept apart, wherever it stands, and codes and things stay', () => {
        const texts: string[] = [];
        expect(separateSaid(entry, texts)).toEqual({
            args: { id: 7, reason: '[said 0]', lines: [{ comment: '[said 1]' }, { comment: '' }] },
            reason: 'INVALID_CREDENTIALS_ERROR',
            user: { id: 3 },
        });
        expect(texts).toEqual(['Quillfeather rang', 'broken']);
    });

    it('comes back where it was', () => {
        const texts: string[] = [];
        expect(joinSaid(separateSaid(entry, texts), texts)).toEqual(entry);
    });

    it('shows that it was erased', () => {
        expect(joinSaid({ reason: '[said 0]', at: null }, undefined)).toEqual({
            reason: '[erased]',
            at: null,
        });
    });

    it('can’t be forged by who writes the like', () => {
        const texts: string[] = [];
        expect(joinSaid(separateSaid({ reason: '[said 1]' }, texts), texts)).toEqual({ reason: '[said 1]' });
    });
});
