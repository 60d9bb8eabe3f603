/**
 * Tailwind's plugin that gives `brand.json` to the styles: `--brand-<colour>` for both appearances, and the families of
 * its two fonts. globals.css makes the design's tokens of them.
 */
import { readFileSync } from 'node:fs';
import plugin from 'tailwindcss/plugin';

const { colours, fonts } = JSON.parse(readFileSync(new URL('../brand.json', import.meta.url), 'utf8'));

export default plugin(({ addBase }) => {
    const properties = [
        ...Object.entries(colours).map(([name, [light, dark]]) => [name, `light-dark(${light}, ${dark})`]),
        ...Object.entries(fonts).map(([name, families]) => [`font-${name}`, families]),
    ];
    addBase({ ':root': Object.fromEntries(properties.map(([name, value]) => [`--brand-${name}`, value])) });
});
