import { describe, expect, it } from 'vitest';
import { escape, splitUnescaped, unescape } from './escapes';

describe('escapes', () => {
    const texts = [
        'plain',
        'for soup | stew',
        '16:9',
        String.raw`C:\dir`,
        '\\',
        '\\\\',
        String.raw`a\|b`,
        '|',
    ];

    it('bring each text through a list', () => {
        const list = texts.map(escape).join('|');
        expect(splitUnescaped(list, '|').map(unescape)).toEqual(texts);
    });

    it('bring each pair through a list', () => {
        for (const text of texts) {
            expect(splitUnescaped(`${escape(text)}:${escape(text)}`, ':').map(unescape)).toEqual([
                text,
                text,
            ]);
        }
    });

    it('leave a backslash alone that escapes nothing', () => {
        expect(splitUnescaped(String.raw`C\dir|b`, '|').map(unescape)).toEqual([String.raw`C\dir`, 'b']);
    });
});
