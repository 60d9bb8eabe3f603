import { describe, expect, it } from 'vitest';
import { brand, brandIcon } from './brand';

type Colour = keyof typeof brand.colours;

/** Of WCAG 2.1: https://www.w3.org/TR/WCAG21/#dfn-relative-luminance */
function luminance(hex: string): number {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
        const share = parseInt(hex.slice(at, at + 2), 16) / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Of WCAG 2.1: https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
    const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
}

const grounds: Colour[] = ['paper', 'surface', 'raised'];
const words: Colour[] = ['ink', 'muted', 'accent', 'sale', 'danger', 'positive'];
const read: (readonly [Colour, Colour])[] = [
    ...words.flatMap(word => grounds.map(ground => [word, ground] as const)),
    ['on-accent', 'accent'],
    ['on-accent', 'accent-strong'],
    ['danger', 'danger-surface'],
];

it('contrast is measured as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

describe.each([
    ['light', 0],
    ['dark', 1],
] as const)('the %s colours', (_appearance, at) => {
    it.each(Object.entries(brand.colours))('name %s as hexadecimal RGB', (_name, pair) => {
        expect(pair[at]).toMatch(/^#[0-9a-f]{6}$/);
    });

    it.each(read)('let %s be read on %s', (word, ground) => {
        expect(contrast(brand.colours[word][at], brand.colours[ground][at])).toBeGreaterThanOrEqual(4.5);
    });

    it.each(grounds)('show the edge of a field on %s', ground => {
        expect(contrast(brand.colours.edge[at], brand.colours[ground][at])).toBeGreaterThanOrEqual(3);
    });
});

it('the sign stays within what a phone cuts out of its icon', () => {
    expect(brandIcon('tile')).toContain('rx=');
    expect(brandIcon('full')).not.toContain('rx=');
    expect(brandIcon('full')).toContain('scale(.8)');
});
