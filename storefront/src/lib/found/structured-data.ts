/** A step on the way to a page; the last one is the page itself and has no address. */
interface Step {
    readonly name: string;
    /** Without language and market, e.g. `/collections/lamps`; `/` is the home page. */
    readonly href?: string;
}

/**
 * The way to a page, in schema.org's terms.
 *
 * @param home - Absolute address of the home page in the page's language and market.
 */
export function breadcrumbList(steps: readonly Step[], home: string) {
    return {
        '@type': 'BreadcrumbList',
        itemListElement: steps.map(({ name, href }, index) => ({
            '@type': 'ListItem',
            position: index + 1,
            name,
            ...(href !== undefined && { item: href === '/' ? home : home + href }),
        })),
    };
}

/** Who sells here, and how to search the shop, in schema.org's terms. */
export function shopAndSearch(shop: { name: string; description: string; origin: string; home: string }) {
    const organisation = `${shop.origin}/#organisation`;
    return {
        '@graph': [
            {
                '@type': 'Organization',
                '@id': organisation,
                name: shop.name,
                description: shop.description,
                url: shop.origin,
                logo: `${shop.origin}/icons/icon.svg`,
            },
            {
                '@type': 'WebSite',
                name: shop.name,
                url: shop.home,
                publisher: { '@id': organisation },
                potentialAction: {
                    '@type': 'SearchAction',
                    target: {
                        '@type': 'EntryPoint',
                        urlTemplate: `${shop.home}/search?q={search_term_string}`,
                    },
                    'query-input': 'required name=search_term_string',
                },
            },
        ],
    };
}
