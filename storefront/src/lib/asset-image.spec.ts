import { describe, expect, it } from 'vitest';
import { assetImage, assetImageSet } from './asset-image';

const preview = 'http://localhost:3000/assets/preview/3c/lamp__preview.jpg';

describe('pictures of the server', () => {
    it('are asked for as WebP of a width', () => {
        expect(assetImage(preview, 96)).toBe(`${preview}?w=96&format=webp`);
    });

    it('keep what the address says already', () => {
        expect(assetImage(`${preview}?fpx=0.5`, 320)).toBe(`${preview}?fpx=0.5&w=320&format=webp`);
    });

    it('come in a short list of widths, each said beside its address', () => {
        const entries = assetImageSet(preview).split(', ');
        expect(entries).toHaveLength(9);
        for (const entry of entries) {
            expect(entry).toMatch(/[?&]w=(\d+)&format=webp \1w$/);
        }
    });
});
