import 'server-only';
import { graphql } from '@/graphql/graphql';
import { queryShop } from './client';

const CurrentSlugQuery = graphql(`
    query CurrentSlug($of: EfiSlugOwner!, $slug: String!) {
        efiCurrentSlug(of: $of, slug: $slug)
    }
`);

/** Where a page is that had this slug before, in any language; for addresses where nothing is found. */
export async function fetchCurrentSlug(
    of: 'PRODUCT' | 'COLLECTION',
    slug: string,
): Promise<string | undefined> {
    return (await queryShop(CurrentSlugQuery, { of, slug })).efiCurrentSlug ?? undefined;
}
