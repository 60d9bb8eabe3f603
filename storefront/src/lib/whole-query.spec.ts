import { expect, it } from 'vitest';
import { wholeQuery } from './whole-query';

it('writes each parameter again, in order and as often as it came', () => {
    expect(
        wholeQuery({ variant: '7', utm_source: 'a letter & more', tag: ['a', 'b'], none: undefined }),
    ).toBe('?variant=7&utm_source=a+letter+%26+more&tag=a&tag=b');
});

it('writes nothing where nothing came', () => {
    expect(wholeQuery({})).toBe('');
    expect(wholeQuery({ tag: [] })).toBe('');
});
