import { describe, expect, it } from 'vitest';
import { blockTypesOf, type Draft, movedBlock, withBlock, withoutBlock, withText } from './draft';

const block = (id: string) => ({ id, type: 'richText' });
const draft: Draft = { texts: {}, blocks: [block('a'), block('b'), block('c')] };
const orderOf = ({ blocks }: Draft) => blocks.map(({ id }) => id).join('');

describe('a draft that is edited', () => {
    it('has its blocks moved by one place, and not beyond its ends', () => {
        expect(orderOf(movedBlock(draft, 0, 1))).toBe('bac');
        expect(orderOf(movedBlock(draft, 2, -1))).toBe('acb');
        expect(orderOf(movedBlock(draft, 0, -1))).toBe('abc');
        expect(orderOf(movedBlock(draft, 2, 1))).toBe('abc');
    });

    it('has a removed block back where it was', () => {
        expect(orderOf(withBlock(withoutBlock(draft, 'b'), 1, block('b')))).toBe('abc');
    });

    it('keeps the texts of other languages', () => {
        expect(
            withText({ texts: { en: { title: 'a' }, de: { title: 'b' } } }, 'en', 'slug', 'c').texts,
        ).toEqual({
            en: { title: 'a', slug: 'c' },
            de: { title: 'b' },
        });
    });

    it('offers links to menus, and to pages everything else', () => {
        expect(blockTypesOf('MENU')).toEqual(['menuItem']);
        expect(blockTypesOf('HOME')).not.toContain('menuItem');
    });
});
