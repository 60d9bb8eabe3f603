import { describe, expect, it } from 'vitest';
import { plainRecoveryCode, recoveryCode } from './recovery-code';

describe('a recovery code', () => {
    it('is made of random bytes, each of which counts', () => {
        expect(recoveryCode(Uint8Array.of(0, 31, 32, 10, 1, 2, 3, 4, 5, 255))).toBe('0Z0A1-2345Z');
    });

    it.each(['0z0a1-2345z', ' OZOAI 2345Z ', '0Z0Al2345Z'])('is the same typed as "%s"', typed => {
        expect(plainRecoveryCode(typed)).toBe('0Z0A12345Z');
    });
});
