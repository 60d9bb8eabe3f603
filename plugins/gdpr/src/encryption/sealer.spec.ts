import { describe, expect, it } from 'vitest';
import { KeyTree } from './key-tree';
import { keyNamed, Sealer, type SealingKeys } from './sealer';

const tree = KeyTree.grow();
const keys: SealingKeys = {
    ...{ trees: new Map([[3, tree]]), current: 3 },
    ...{ indexKey: Buffer.alloc(32, 7), otherIndexKeys: [] },
};
const sealer = new Sealer(() => keys);
const COLUMN = 'customer.emailAddress';
const nameIn = (sealed: string) => keyNamed(sealed.split(':')[2] ?? '');

describe('a sealed text', () => {
    it.each(['Ada', 'ada@example.org', 'Zoë 🦊 Ångström', 'sealed1::not:sealed', 'x'.repeat(10_000)])(
        'opens as what it was: %.20s',
        text => {
            const sealed = sealer.seal(text, COLUMN, true);
            expect(sealed).not.toContain(text);
            expect(sealer.open(sealed, COLUMN)).toBe(text);
        },
    );

    it('is another one each time, under another key', () => {
        const [one, other] = [sealer.seal('Ada', COLUMN, true), sealer.seal('Ada', COLUMN, true)];
        expect(one).not.toBe(other);
        expect(nameIn(one)[1]).not.toEqual(nameIn(other)[1]);
    });

    it('is found by its index in any case of letters, and shows none when it is not to be found', () => {
        const [index] = sealer.blindIndexes(' ada@EXAMPLE.org');
        expect(sealer.seal('Ada@example.org', COLUMN, true).split(':')[1]).toBe(index);
        expect(sealer.seal('Ada@example.org', COLUMN, false).split(':')[1]).toBe('');
        expect(sealer.blindIndexes('eve@example.org')).not.toContain(index);
    });

    it('is found by the index keys before it, too, as long as a rotation is under way', () => {
        const rotating: SealingKeys = {
            ...keys,
            indexKey: Buffer.alloc(32, 8),
            otherIndexKeys: [keys.indexKey],
        };
        const indexes = new Sealer(() => rotating).blindIndexes('ada@example.org');
        expect(indexes).toHaveLength(2);
        expect(indexes[1]).toBe(sealer.blindIndexes('ada@example.org')[0]);
        expect(new Sealer(() => rotating).seal('ada@example.org', COLUMN, true).split(':')[1]).toBe(
            indexes[0],
        );
    });

    it('does not open in another column, nor changed', () => {
        const sealed = sealer.seal('Ada Lovelace', COLUMN, false);
        const middle = sealed.length - 10;
        const changed =
            sealed.slice(0, middle) + (sealed[middle] === 'A' ? 'B' : 'A') + sealed.slice(middle + 1);
        expect(() => sealer.open(sealed, 'customer.lastName')).toThrow(
            'customer.lastName has a text that was changed',
        );
        expect(() => sealer.open(changed, COLUMN)).toThrow('changed');
    });

    it('does not open with other keys', () => {
        const sealed = sealer.seal('Ada', COLUMN, false);
        const strange = new Sealer(() => ({ ...keys, trees: new Map([[3, KeyTree.grow()]]) }));
        const without = new Sealer(() => ({ ...keys, trees: new Map() }));
        expect(() => strange.open(sealed, COLUMN)).toThrow('changed');
        expect(() => without.open(sealed, COLUMN)).toThrow('tree 3, whose keys are not here');
        expect(() => without.seal('Ada', COLUMN, false)).toThrow('no key to seal');
    });

    it('is empty when its key was destroyed, which empties no other', () => {
        const [one, other] = [sealer.seal('Ada', COLUMN, false), sealer.seal('Eve', COLUMN, false)];
        tree.destroy(nameIn(one)[1]);
        expect(sealer.open(one, COLUMN)).toBe('');
        expect(sealer.open(other, COLUMN)).toBe('Eve');
    });
});

describe('a text that is not sealed', () => {
    it.each(['', 'Ada', 'sealed1:', 'sealed1::AAAAAAAAAAAA:short', 'erased-5@erased.invalid'])(
        'stays as it is: %s',
        text => expect(sealer.open(text, COLUMN)).toBe(text),
    );
});

it('knows what was sealed under an older tree', () => {
    const old = sealer.seal('Ada', COLUMN, false);
    const rotated = new Sealer(() => ({
        ...keys,
        trees: new Map([...keys.trees, [4, KeyTree.grow()]]),
        current: 4,
    }));
    expect(sealer.isCurrent(old)).toBe(true);
    expect(rotated.isCurrent(old)).toBe(false);
    expect(rotated.isCurrent('Ada')).toBe(false);
    expect(rotated.open(old, COLUMN)).toBe('Ada');
});
