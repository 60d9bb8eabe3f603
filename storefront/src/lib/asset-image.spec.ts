import { describe, expect, it } from 'vitest';
import { assetImage, assetImageSet } from './asset-image';

const preview = 'http://localhost:3000/assets/preview/3c/lamp__preview.jpg';

describe('pictures of the server', () => {
    it('are asked for as WebP of a width', () => {
        expect(assetImage(preview, 96)).toBe(`${preview}?w=96&format=webp&q=70`);
    });

    it('keep what the address says already', () => {
        expect(assetImage(`${preview}?fpx=0.5`, 320)).toBe(`${preview}?fpx=0.5&w=320&format=webp&q=70`);
    });

    it('come in a short list of widths, each said beside its address', () => {
        const entries = assetImageSet(preview).split(', ');
        expect(entries).toHaveLength(9);
        for (const entry of entries) {
            expect(entry).toMatch(/[?&]w=(\d+)&format=webp&q=70 \1w$/);
        }
    });

    it('come no wider than they are ever shown', () => {
        const entries = assetImageSet(preview, 480).split(', ');
        expect(entries.map(entry => entry.split(' ')[1])).toEqual(['96w', '160w', '320w', '480w']);
    });
});
