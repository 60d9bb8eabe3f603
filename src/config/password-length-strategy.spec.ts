import type { RequestContext } from '@vendure/core';
import { describe, expect, it } from 'vitest';
import { PasswordLengthStrategy } from './password-length-strategy';

describe('PasswordLengthStrategy', () => {
    const validate = (password: string) =>
        new PasswordLengthStrategy().validate({} as RequestContext, password);

    it('takes ten characters', () => {
        expect(validate('ten chars!')).toBe(true);
    });

    it('says how many are needed when there are fewer', () => {
        expect(validate('nine char')).toBe('The password must have at least 10 characters.');
    });

    it('counts characters as a person does, not code units', () => {
        expect(validate('🌵'.repeat(5))).toMatch(/at least 10/);
        expect(validate('🌵'.repeat(10))).toBe(true);
    });

    it('refuses what bcrypt would cut off', () => {
        expect(validate('a'.repeat(72))).toBe(true);
        expect(validate('a'.repeat(73))).toMatch(/longer than 72 bytes/);
        expect(validate('ü'.repeat(37))).toMatch(/longer than 72 bytes/);
    });
});
