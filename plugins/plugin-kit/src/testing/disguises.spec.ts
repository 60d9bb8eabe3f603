import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Disguises } from './disguises';

const NAME = 'Quillfeather';

describe('Disguises', () => {
    const disguises = new Disguises([NAME, 'x@example.test'], ['quillfeath']);
    const base64 = (text: string) => Buffer.from(text).toString('base64');

    it.each([
        ['itself', `said ${NAME}.`],
        ['lower case', 'quillfeather'],
        ['hexadecimal', `\\x${Buffer.from(`a ${NAME}`).toString('hex')}`],
        ['base64 at the first place', base64(`abc${NAME}z`)],
        ['base64 at the second place', base64(`a${NAME}zz`)],
        ['base64 at the third place', base64(`ab${NAME}`)],
        ['base64 of lower case', base64(`{"n":"${NAME.toLowerCase()}"}`)],
        ['base64 for addresses', Buffer.from(`ab${NAME}`).toString('base64url')],
        ['an address', `?email=${encodeURIComponent('x@example.test')}`],
        ['a lexeme', `'quillfeath':2`],
        ['a hash without salt', createHash('sha256').update('x@example.test').digest('hex')],
    ])('are found as %s', (_, content) => {
        expect(disguises.in(content).length).toBeGreaterThan(0);
        expect(disguises.in(Buffer.from(content)).length).toBeGreaterThan(0);
    });

    it('are found in what is compressed', () => {
        expect(disguises.in(gzipSync(`x ${NAME}`))).toContain('quillfeather');
    });

    it('are not found in what is about somebody else', () => {
        const other = 'Somebody Body, x@example.org';
        expect(disguises.in(other + base64(other) + Buffer.from(other).toString('hex'))).toEqual([]);
    });
});
