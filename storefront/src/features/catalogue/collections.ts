import 'server-only';
import { cache } from 'react';
import { graphql, type ResultOf } from '@/graphql/graphql';
import type { Locale } from '@/lib/market/locale';
import { queryKept, queryKeptIn } from '@/lib/vendure/client';

const CollectionsQuery = graphql(`
    query Collections {
        collections(options: { topLevelOnly: true, take: 12, sort: { position: ASC } }) {
            items {
                id
                name
                slug
                featuredAsset {
                    preview
                }
                children {
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
`);

/** The shop's departments, in the order that merchandisers gave them. */
export const fetchDepartments = cache(
    async () => (await queryKept('departments', CollectionsQuery, {})).collections.items,
);

export type Department = Awaited<ReturnType<typeof fetchDepartments>>[number];

const CollectionQuery = graphql(`
    query Collection($slug: String!) {
        collection(slug: $slug) {
            id
            name
            slug
            description
            featuredAsset {
                preview
            }
            breadcrumbs {
                id
                name
                slug
            }
            children {
                id
                name
                slug
            }
            translations {
                languageCode
                slug
            }
        }
    }
`);

export type Collection = NonNullable<ResultOf<typeof CollectionQuery>['collection']>;

/** A collection by its slug in any language; asked for once per request. */
export const fetchCollection = cache(
    async (slug: string): Promise<Collection | undefined> =>
        (await queryKept('collection', CollectionQuery, { slug })).collection ?? undefined,
);

/** What a picture of a collection needs to know. */
export async function collectionNamed(locale: Locale, slug: string) {
    const { collection } = await queryKeptIn(locale, 'collection', CollectionQuery, { slug });
    return collection && { name: collection.name, preview: collection.featuredAsset?.preview };
}

/** The photograph of the first department that has one. */
export async function departmentPicture(locale: Locale): Promise<string | undefined> {
    const { collections } = await queryKeptIn(locale, 'departments', CollectionsQuery, {});
    return collections.items.find(({ featuredAsset }) => featuredAsset)?.featuredAsset?.preview;
}
