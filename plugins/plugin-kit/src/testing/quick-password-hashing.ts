import type { PasswordHashingStrategy } from '@vendure/core';
import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

/** scrypt's cost: the least that there is. */
const COST = { N: 2 } as const;

const LENGTH = 32;

/**
 * Hashes passwords in no time, for suites that sign in often. What a shop begins with, bcrypt with 2¹² rounds, takes a third
 * of a second of a processor each time, by design. Not for a shop that anybody uses.
 */
export class QuickPasswordHashing implements PasswordHashingStrategy {
    hash(plaintext: string): Promise<string> {
        const salt = randomBytes(8).toString('hex');
        return Promise.resolve(`${salt}:${scryptSync(plaintext, salt, LENGTH, COST).toString('hex')}`);
    }

    check(plaintext: string, hash: string): Promise<boolean> {
        const [salt = '', kept = ''] = hash.split(':');
        const found = scryptSync(plaintext, salt, LENGTH, COST);
        const expected = Buffer.from(kept, 'hex');
        return Promise.resolve(expected.length === LENGTH && timingSafeEqual(found, expected));
    }
}
