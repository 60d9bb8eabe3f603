import { expect, it } from 'vitest';
import { readKnown, withOrder, writeKnown } from './known-order-list';

it('orders are kept with their keys, the newest first', () => {
    const known = withOrder(withOrder([], { code: 'OLD', key: 'k.1' }), { code: 'NEW' });
    expect(writeKnown(known)).toBe('NEW,OLD~k.1');
    expect(readKnown(writeKnown(known))).toEqual(known);
});

it('a key is kept until there is a new one', () => {
    const known = [{ code: 'OTHER' }, { code: 'MINE', key: 'k.1' }];
    expect(withOrder(known, { code: 'MINE' })).toEqual([{ code: 'MINE', key: 'k.1' }, { code: 'OTHER' }]);
    expect(withOrder(known, { code: 'MINE', key: 'k.2' })[0]).toEqual({ code: 'MINE', key: 'k.2' });
});

it('ten are kept', () => {
    const many = Array.from({ length: 12 }, (_, at) => ({ code: `C${at}` }));
    expect(readKnown(writeKnown(many)).map(({ code }) => code)).toEqual(
        many.slice(0, 10).map(({ code }) => code),
    );
});

it.each([undefined, '', ','])('of %j none is known', cookie => {
    expect(readKnown(cookie)).toEqual([]);
});
