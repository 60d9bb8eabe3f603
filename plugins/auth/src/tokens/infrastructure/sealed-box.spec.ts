import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { seal, unseal } from './sealed-box';

describe('a sealed box', () => {
    const key = randomBytes(32);
    const sealed = seal(Buffer.from('a private key'), key, 'one');

    it('opens with its key and label', () => {
        expect(unseal(sealed, key, 'one')?.toString()).toBe('a private key');
    });

    it('stays shut for another key, for another label, and when it was changed', () => {
        expect(unseal(sealed, randomBytes(32), 'one')).toBeUndefined();
        expect(unseal(sealed, key, 'two')).toBeUndefined();
        const bytes = Buffer.from(sealed, 'base64');
        bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
        expect(unseal(bytes.toString('base64'), key, 'one')).toBeUndefined();
        expect(unseal('', key, 'one')).toBeUndefined();
    });

    it('looks different each time', () => {
        expect(seal(Buffer.from('a private key'), key, 'one')).not.toBe(sealed);
        expect(sealed).not.toContain(Buffer.from('a private key').toString('base64').slice(0, 8));
    });
});
