import 'server-only';
import { cache } from 'react';
import { graphql, type ResultOf } from '@/graphql/graphql';
import type { Locale } from '@/lib/market/locale';
import { queryKept, queryKeptIn, queryShop } from '@/lib/vendure/client';

const LinkFragment = graphql(`
    fragment WrittenLink on EfiContentLink @_unmask {
        to
        value
    }
`);

const PageFragment = graphql(
    `
        fragment WrittenPage on EfiContentPage @_unmask {
            kind
            code
            updatedAt
            title
            description
            slug
            slugs {
                languageCode
                slug
            }
            blocks {
                __typename
                ... on EfiContentHero {
                    id
                    heading
                    text
                    linkLabel
                    alt
                    link {
                        ...WrittenLink
                    }
                    picture {
                        preview
                    }
                }
                ... on EfiContentRichText {
                    id
                    html
                }
                ... on EfiContentBanner {
                    id
                    heading
                    text
                    linkLabel
                    alt
                    link {
                        ...WrittenLink
                    }
                    picture {
                        preview
                    }
                }
                ... on EfiContentProductRail {
                    id
                    heading
                    collection {
                        id
                        slug
                    }
                    products {
                        id
                    }
                }
                ... on EfiContentCollectionTiles {
                    id
                    heading
                    collections {
                        id
                        name
                        slug
                        featuredAsset {
                            preview
                        }
                    }
                }
            }
        }
    `,
    [LinkFragment],
);

const MenuFragment = graphql(
    `
        fragment WrittenMenu on EfiContentMenu @_unmask {
            items {
                id
                label
                link {
                    ...WrittenLink
                }
            }
        }
    `,
    [LinkFragment],
);

const PageQuery = graphql(
    `
        query WrittenPage($kind: EfiContentPageKind!, $slug: String) {
            efiContentPage(kind: $kind, slug: $slug) {
                ...WrittenPage
            }
        }
    `,
    [PageFragment],
);

const MenusQuery = graphql(
    `
        query WrittenMenus {
            header: efiContentMenu(code: "header") {
                ...WrittenMenu
            }
            footer: efiContentMenu(code: "footer") {
                ...WrittenMenu
            }
        }
    `,
    [MenuFragment],
);

const PreviewQuery = graphql(
    `
        query WrittenPreview($token: String!) {
            efiContentPreview(token: $token) {
                expiresAt
                page {
                    ...WrittenPage
                }
                menu {
                    ...WrittenMenu
                }
            }
        }
    `,
    [PageFragment, MenuFragment],
);

const PageListQuery = graphql(`
    query WrittenPageList {
        landing: efiContentPages(kind: LANDING) {
            updatedAt
            slugs {
                languageCode
                slug
            }
        }
        legal: efiContentPages(kind: LEGAL) {
            code
            updatedAt
        }
    }
`);

export type WrittenPage = ResultOf<typeof PageFragment>;
export type WrittenBlock = WrittenPage['blocks'][number];
export type WrittenMenu = ResultOf<typeof MenuFragment>;

/** What merchandisers published at this place; nothing where the shop's own page stands. Asked for once per request. */
export const fetchWrittenPage = cache(
    async (kind: 'HOME' | 'LANDING' | 'LEGAL', slug?: string): Promise<WrittenPage | undefined> =>
        (await queryKept('content', PageQuery, { kind, slug })).efiContentPage ?? undefined,
);

/** What a picture of a landing page needs to know: its title, and the first picture that stands on it. */
export async function writtenPageNamed(locale: Locale, slug: string) {
    const { efiContentPage: page } = await queryKeptIn(locale, 'content', PageQuery, {
        kind: 'LANDING',
        slug,
    });
    const pictures = page?.blocks.flatMap(block => ('picture' in block && block.picture) || []);
    return page && { name: page.title, preview: pictures?.[0]?.preview };
}

/** The menus above and below each page, as far as somebody wrote them. */
export async function fetchWrittenMenus(): Promise<ResultOf<typeof MenusQuery>> {
    return queryKept('menus', MenusQuery, {});
}

/** The draft that a link from the Dashboard leads to; never kept. */
export const fetchPreview = cache(
    async (token: string) => (await queryShop(PreviewQuery, { token })).efiContentPreview ?? undefined,
);

/** For the sitemap of a language and market. */
export async function fetchPageList(locale: Locale) {
    return queryKeptIn(locale, 'content', PageListQuery, {});
}
