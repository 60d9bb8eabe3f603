import { describe, expect, it } from 'vitest';
import { checkBody } from './check-body';
import { checkComplete } from './check-complete';
import type { ContentKind } from './content';

const hero = { id: 'a', type: 'hero', texts: { en: { heading: 'Summer' } } };

function check(sent: unknown, kind: ContentKind = 'LANDING') {
    return checkBody(sent, { kind, languages: ['en', 'de'], clean: html => html.replace('<script>', '') });
}

function problemsOf(sent: unknown, kind?: ContentKind) {
    const checked = check(sent, kind);
    return checked.ok ? [] : checked.problems.map(({ field, code }) => `${field} ${code}`);
}

describe('a draft', () => {
    it('is kept with every part that its blocks have, and nothing else', () => {
        expect(check({ texts: { en: { title: ' Summer ', slug: 'summer-sale' } }, blocks: [hero] })).toEqual({
            ok: true,
            body: {
                texts: { en: { title: 'Summer', slug: 'summer-sale' } },
                blocks: [{ ...hero, assetId: null, link: null, collectionIds: [], productIds: [] }],
            },
        });
    });

    it('may be empty', () => {
        expect(check({})).toEqual({ ok: true, body: { texts: {}, blocks: [] } });
        expect(check(null)).toEqual({ ok: true, body: { texts: {}, blocks: [] } });
    });

    it('has its HTML cleaned', () => {
        const checked = check({
            blocks: [{ id: 'a', type: 'richText', texts: { en: { html: '<script>Hi' } } }],
        });
        expect(checked.ok && checked.body.blocks[0]?.texts.en?.html).toBe('Hi');
    });

    it.each([
        ['text', 'draft INVALID'],
        [{ colour: 'red' }, 'draft.colour INVALID'],
        [{ blocks: 'none' }, 'blocks INVALID'],
        [{ texts: { fr: {} } }, 'texts.fr INVALID'],
        [{ texts: { en: { title: 7 } } }, 'texts.en.title INVALID'],
        [{ texts: { en: { title: 'x'.repeat(121) } } }, 'texts.en.title TOO_LONG'],
        [{ texts: { en: { slug: 'Summer Sale' } } }, 'texts.en.slug INVALID'],
        [{ texts: { en: { slug: '../admin' } } }, 'texts.en.slug INVALID'],
        [{ blocks: [{ id: 'a', type: 'script' }] }, 'blocks.0.type INVALID'],
        [{ blocks: [{ id: 'a', type: 'constructor' }] }, 'blocks.0.type INVALID'],
        [{ blocks: [{ id: 'a', type: 'menuItem' }] }, 'blocks.0.type INVALID'],
        [{ blocks: [hero, hero] }, 'blocks INVALID'],
        [{ blocks: [{ ...hero, assetId: 'x' }] }, 'blocks.0.assetId INVALID'],
        [{ blocks: [{ ...hero, texts: { en: { colour: 'red' } } }] }, 'blocks.0.texts.en.colour INVALID'],
        [{ blocks: [{ ...hero, link: { to: 'MOON', value: '1' } }] }, 'blocks.0.link.to INVALID'],
        [{ blocks: [{ ...hero, link: { to: 'PRODUCT', value: 'x' } }] }, 'blocks.0.link.value INVALID'],
        [{ blocks: [{ ...hero, productIds: ['1'] }] }, 'blocks.0.productIds TOO_MANY'],
        [{ blocks: Array.from({ length: 41 }, (_, id) => ({ ...hero, id: String(id) })) }, 'blocks TOO_MANY'],
        [
            { blocks: [{ ...hero, link: { to: 'ADDRESS', value: 'javascript:alert(1)' } }] },
            'blocks.0.link.value UNSAFE_LINK',
        ],
    ])('%j is refused with the field that is wrong', (sent, problem) => {
        expect(problemsOf(sent)).toEqual([problem]);
    });

    it('is told all that is wrong at once', () => {
        const blocks = [
            { id: 'a', type: 'menuItem', link: { to: 'ADDRESS', value: '//evil.example' } },
            hero,
        ];
        expect(problemsOf({ texts: { en: { title: 'x' } }, blocks }, 'MENU')).toEqual([
            'texts.en.title INVALID',
            'blocks.0.link.value UNSAFE_LINK',
            'blocks.1.type INVALID',
        ]);
    });
});

describe('a draft that is published', () => {
    const missing = (sent: unknown, kind: ContentKind) => {
        const checked = check(sent, kind);
        return checked.ok ? checkComplete(kind, checked.body, 'en').map(({ field }) => field) : ['refused'];
    };

    it('needs its texts in the default language, and something to show', () => {
        expect(missing({ texts: { de: { title: 'Sommer' } } }, 'LANDING')).toEqual([
            'texts.en.title',
            'texts.en.slug',
            'blocks',
        ]);
        expect(missing({ blocks: [hero] }, 'HOME')).toEqual([]);
    });

    it('needs what each block is about', () => {
        const blocks = [
            { id: 'a', type: 'banner', texts: { en: { heading: 'x' } } },
            { id: 'b', type: 'productRail', texts: { en: { heading: 'x' } } },
            { id: 'c', type: 'collectionTiles' },
            { id: 'd', type: 'richText' },
        ];
        expect(missing({ blocks }, 'HOME')).toEqual([
            'blocks.0.assetId',
            'blocks.1.collectionIds',
            'blocks.2.collectionIds',
            'blocks.3.texts.en.html',
        ]);
        expect(missing({ blocks: [{ id: 'a', type: 'menuItem' }] }, 'MENU')).toEqual([
            'blocks.0.texts.en.label',
            'blocks.0.link.value',
        ]);
    });
});
