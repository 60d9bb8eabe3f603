import { describe, expect, it } from 'vitest';
import { passwordFault } from './password-fault';

describe('a new password', () => {
    const known = new Set(['sunshine', 'password', 'iloveyou', '1234567890', 'p@ssw0rd', 'über-alles']);
    const fault = (password: string) =>
        passwordFault(password, {
            minCharacters: 10,
            maxBytes: 72,
            isKnown: candidate => known.has(candidate),
        });

    it('is too short with nine characters, as a person counts them', () => {
        expect(fault('nine char')).toBe('too-short');
        expect(fault('🌵'.repeat(9))).toBe('too-short');
        expect(fault('ten chars!')).toBeUndefined();
    });

    it('is too long where bcrypt would cut it off', () => {
        const long = 'correct horse battery staple, and a cactus in the window of the old house';
        expect(fault(long.slice(0, 72))).toBeUndefined();
        expect(fault(long)).toBe('too-long');
        expect(fault('aü'.repeat(25))).toBe('too-long');
    });

    it.each(['1234567890', 'Sunshine2024', 'PASSWORD!!', 'p@ssw0rd#1', '  iloveyou  ', 'U\u0308ber-Alles'])(
        'is known as %s',
        password => {
            expect(fault(password)).toBe('known');
        },
    );

    it.each(['passwordpassword', 'aaaaaaaaaa', '123123123123', 'sunshinesunshine'])(
        'is known when it only repeats: %s',
        password => {
            expect(fault(password)).toBe('known');
        },
    );

    it.each(['sunshine on the hill', 'sunshine20241', 'my-password', 'correct horse', 'vK7-2931'.repeat(2)])(
        'is good as %s',
        password => {
            expect(fault(password)).toBeUndefined();
        },
    );
});
