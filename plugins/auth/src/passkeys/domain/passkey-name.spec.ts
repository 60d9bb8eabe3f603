import { describe, expect, it } from 'vitest';
import { passkeyName } from './passkey-name';

describe('the name of a passkey', () => {
    it('is one line of what can be seen, sixty characters at most', () => {
        expect(passkeyName('  My\n laptop\t\u202e ')).toBe('My laptop');
        expect(passkeyName('📱'.repeat(100))).toBe('📱'.repeat(60));
    });

    it('is none where nothing is left', () => {
        expect(passkeyName(' \n\u200b ')).toBeUndefined();
    });
});
