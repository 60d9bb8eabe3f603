/** A link as the Shop API gives it. */
interface WrittenLink {
    readonly to: 'HOME' | 'COLLECTION' | 'PRODUCT' | 'PAGE' | 'LEGAL' | 'ADDRESS';
    readonly value: string;
}

const folders = { COLLECTION: 'collections', PRODUCT: 'products', PAGE: 'pages', LEGAL: 'legal' } as const;

/** Where a link leads: a path without language and market, or an address elsewhere. */
export function hrefOf({ to, value }: WrittenLink): string {
    switch (to) {
        case 'HOME':
            return '/';
        case 'ADDRESS':
            return value;
        case 'COLLECTION':
        case 'PRODUCT':
        case 'PAGE':
        case 'LEGAL':
            return `/${folders[to]}/${encodeURIComponent(value)}`;
    }
}

/** Has the links within a text stay in a language and market. The server writes each as `href="…"`. */
export function localised(html: string, locale: string): string {
    return html.replaceAll(
        / href="\/([^"]*)"/g,
        (_, path: string) => ` href="/${locale}${path && `/${path}`}"`,
    );
}
