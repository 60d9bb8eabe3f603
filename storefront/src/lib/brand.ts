import written from '../../brand.json';

type Colour = keyof typeof written.colours;

interface Brand {
    readonly name: string;
    /** Path of the sign on a square of 32 by 32. */
    readonly mark: string;
    readonly fonts: Readonly<Record<keyof typeof written.fonts, string>>;
    /** Each as hexadecimal RGB for the light appearance and the dark one. */
    readonly colours: Readonly<Record<Colour, readonly [light: string, dark: string]>>;
}

/** Name, sign, fonts and colours of the shop, for pages, icons, pictures and the installed app. */
export const brand = { ...written, colours: pairs(written.colours) } satisfies Brand as Brand;

function pairs(colours: Readonly<Record<Colour, readonly string[]>>): Brand['colours'] {
    const known = Object.entries(colours).map(([name, [light, dark]]) => {
        if (!light || !dark) {
            throw new Error(
                `brand.json: ${name} needs two colours, for the light appearance and the dark one`,
            );
        }
        return [name, [light, dark]] as const;
    });
    return Object.fromEntries(known) as Brand['colours'];
}

/**
 * The shop's sign in its colours, as SVG.
 *
 * @param form - `tile` has round corners. `full` fills the square, and keeps the sign within the circle that a phone may
 * cut out of it: https://www.w3.org/TR/appmanifest/#icon-masks
 */
export function brandIcon(form: 'tile' | 'full'): string {
    const { accent, paper } = brand.colours;
    const corners = form === 'tile' ? ' rx="8"' : '';
    const smaller = form === 'full' ? ' transform="translate(3.2 3.2) scale(.8)"' : '';
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32"${corners} fill="${accent[0]}"/><path${smaller} d="${brand.mark}" fill="${paper[0]}"/></svg>`;
}
