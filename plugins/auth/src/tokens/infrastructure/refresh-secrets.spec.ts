import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { familyOfRefreshToken, makeRefreshToken } from './refresh-secrets';

describe('a refresh token', () => {
    const key = randomBytes(32);
    const family = randomUUID();

    it('names its family', () => {
        expect(familyOfRefreshToken(makeRefreshToken(family, key), key)).toBe(family);
    });

    it('is another one each time', () => {
        expect(makeRefreshToken(family, key)).not.toBe(makeRefreshToken(family, key));
    });

    it('of another secret, changed anywhere, cut off or lengthened is none', () => {
        const token = makeRefreshToken(family, key);
        expect(familyOfRefreshToken(makeRefreshToken(family, randomBytes(32)), key)).toBeUndefined();
        // Without the last character: some of its bits are no part of the token.
        for (let at = 0; at < token.length - 1; at++) {
            const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
            expect(familyOfRefreshToken(changed, key)).toBeUndefined();
        }
        for (const other of ['', token.slice(1), `${token}A`, `${token} `, token.replace(/.$/, '=')]) {
            expect(familyOfRefreshToken(other, key)).toBeUndefined();
        }
    });
});
