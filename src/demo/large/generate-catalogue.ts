import { brands, categories, type CategoryCode, type ColourCode, colours } from '../catalogue/facets';
import { optionGroups, options, type OptionCode } from '../catalogue/options';
import type { CatalogueProduct, CatalogueVariant } from '../catalogue/resolve-product';
import { toSlug } from '../catalogue/slug';
import { between, pick, type Random, seededRandom } from '../random';
import { languages, type Language, type Localised } from '../shop/markets';
import { nouns, openings, closings, series } from './words';

/** Products have one to five variants, in turn: three on average, exactly. */
const variantCounts = [1, 2, 3, 4, 5] as const;

const storageOptions: readonly OptionCode[] = ['64gb', '128gb', '256gb', '512gb', '1tb'];
const sizeOptions: readonly OptionCode[] = ['eu-38', 'eu-40', 'eu-42', 'eu-44', 'eu-46'];

const optionGroupOf: Readonly<Record<CategoryCode, 'storage' | 'shoe-size' | 'colour'>> = {
    computers: 'storage',
    accessories: 'storage',
    cameras: 'storage',
    furniture: 'colour',
    plants: 'colour',
    decor: 'colour',
    training: 'colour',
    outdoor: 'colour',
    footwear: 'shoe-size',
};

/** In euros, from the cheapest to the dearest of each category. */
const priceRanges: Readonly<Record<CategoryCode, readonly [number, number]>> = {
    computers: [150, 2500],
    accessories: [6, 180],
    cameras: [50, 2000],
    furniture: [40, 2200],
    plants: [6, 120],
    decor: [15, 250],
    training: [8, 90],
    outdoor: [40, 2600],
    footwear: [45, 190],
};

/**
 * Made-up products, the same ones every time.
 *
 * @param first - Number of the first product; each number always gives the same product.
 * @param imagesOf - Photographs that suit a category.
 */
export function generateProducts(
    first: number,
    count: number,
    imagesOf: (category: string) => readonly string[],
): CatalogueProduct[] {
    return Array.from({ length: count }, (_, index) => generateProduct(first + index, imagesOf));
}

function generateProduct(
    number: number,
    imagesOf: (category: string) => readonly string[],
): CatalogueProduct {
    const random = seededRandom(`large ${number}`);
    const category = pick(random, Object.keys(categories) as CategoryCode[]);
    const brand = pick(random, Object.keys(brands) as (keyof typeof brands)[]);
    const noun = pick(random, nouns[category]);
    const line = pick(random, series);
    // The number at the end keeps names and slugs apart.
    const name = localised(language => `${brands[brand][language]} ${line} ${noun[language]} ${number}`);
    const count = variantCounts[number % variantCounts.length] ?? 1;
    const choices = choicesFor(random, category).slice(0, count);
    const opening = pick(random, openings);
    const closing = pick(random, closings);
    const colour = pick(random, Object.keys(colours) as ColourCode[]);
    return {
        name,
        slug: localised(language => toSlug(name[language])),
        description: localised(language => `${name[language]}: ${opening[language]} ${closing[language]}`),
        image: pick(random, imagesOf(category)),
        category,
        facetValues: [
            `category:${categories[category].department}`,
            `category:${category}`,
            `brand:${brand}`,
            `colour:${colour}`,
        ],
        taxClass: category === 'plants' ? 'plants' : 'standard',
        optionGroups: count === 1 ? [] : [groupOf(category, choices)],
        variants: generateVariants(random, number, name, category, count === 1 ? [] : choices),
    };
}

interface Choice {
    readonly code: string;
    readonly name: Localised;
}

function choicesFor(random: Random, category: CategoryCode): Choice[] {
    const fromOptions = (codes: readonly OptionCode[]) => codes.map(code => ({ code, name: options[code] }));
    const group = optionGroupOf[category];
    if (group === 'shoe-size') {
        return fromOptions(sizeOptions);
    }
    if (group === 'storage') {
        return fromOptions(storageOptions);
    }
    const all = Object.entries(colours);
    const start = between(random, 0, all.length - 1);
    return [...all.slice(start), ...all.slice(0, start)].map(([code, name]) => ({ code, name }));
}

function groupOf(
    category: CategoryCode,
    choices: readonly Choice[],
): CatalogueProduct['optionGroups'][number] {
    const code = optionGroupOf[category];
    return { code, name: optionGroups[code], options: choices };
}

function generateVariants(
    random: Random,
    number: number,
    name: Localised,
    category: CategoryCode,
    choices: readonly Choice[],
): CatalogueVariant[] {
    const [least, most] = priceRanges[category];
    // Cheap things are many and dear ones few.
    const base = Math.round(least + (most - least) * random() ** 3);
    const sku = `GEN-${String(number).padStart(5, '0')}`;
    return (choices.length === 0 ? [undefined] : choices).map((choice, index) => {
        const step = category === 'computers' || category === 'cameras' ? Math.round(base * 0.12 * index) : 0;
        const euros = (base + step) * 100 - 5;
        const pounds = Math.round((base + step) * 0.88) * 100 - 5;
        return {
            sku: choice ? `${sku}-${index + 1}` : sku,
            name: localised(language =>
                choice ? `${name[language]} ${choice.name[language]}` : name[language],
            ),
            options: choice ? [choice.code] : [],
            prices: { us: euros, gb: pounds, de: euros, fr: euros },
            stock: {
                memphis: random() < 0.05 ? 0 : between(random, 1, 120),
                leipzig: random() < 0.05 ? 0 : between(random, 1, 160),
                counter: between(random, 0, 5),
                kiosk: 0,
            },
        };
    });
}

function localised(text: (language: Language) => string): Localised {
    return Object.fromEntries(languages.map(language => [language, text(language)])) as unknown as Localised;
}
