import { describe, expect, it } from 'vitest';
import { mentionsAny } from './personal-data';

const mentions = mentionsAny(['ana@b.co']);

describe('an address in a text', () => {
    it.each([
        'ana@b.co',
        'to Ana@B.co.',
        '<ana@b.co>, others',
        '{"to":"ana@b.co","name":"Ana"}',
        String.raw`{"body":"Hello\nana@b.co\n"}`,
        'mailto:ana@b.co?subject=x',
        '/orders?mail=%20ana@b.co&code=1',
        'ana@b.co-',
    ])('is mentioned in %s', text => {
        expect(mentions(text)).toBe(true);
    });

    it.each([
        'joana@b.co',
        'joe.ana@b.co',
        'joe+ana@b.co',
        'ana@b.co.uk',
        'ana@b.com',
        'ana@b.co-op.org',
        'ana@bxco',
        'ana',
        '',
    ])('is not in %s', text => {
        expect(mentions(text)).toBe(false);
    });
});
