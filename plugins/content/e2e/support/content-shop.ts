import { ShopCachePlugin, shopCacheMigrations } from '@efi/shop-cache-plugin';
import { testShop } from '@efi/plugin-kit/testing';
import { parse } from 'graphql';
import { contentCachedFields, contentMigrations, ContentPlugin } from '../../src';

export interface Problem {
    readonly field: string;
    readonly code: string;
}

export interface Entry {
    readonly __typename: 'EfiContentEntry';
    readonly id: string;
    readonly revision: number;
    readonly draft: { readonly texts: object; readonly blocks: ReadonlyArray<Record<string, unknown>> };
    readonly isChanged: boolean;
    readonly isShown: boolean;
    readonly versions: ReadonlyArray<{ readonly id: string; readonly state: string }>;
}

export type Saved =
    | Entry
    | { readonly __typename: 'EfiContentInvalidError'; readonly problems: readonly Problem[] }
    | { readonly __typename: 'EfiContentChangedError'; readonly current: { readonly revision: number } };

export interface ShownPage {
    readonly code: string;
    readonly title: string;
    readonly slug: string;
    readonly blocks: ReadonlyArray<Record<string, unknown>>;
}

const ENTRY = 'id revision draft isChanged isShown versions { id state }';
const RESULT = `{
    __typename
    ... on EfiContentEntry { ${ENTRY} }
    ... on EfiContentInvalidError { problems { field code } }
    ... on EfiContentChangedError { current { revision } }
}`;
const CREATE = `mutation ($input: CreateEfiContentInput!) { result: createEfiContent(input: $input) ${RESULT} }`;
const SAVE = `mutation ($input: SaveEfiContentDraftInput!) { result: saveEfiContentDraft(input: $input) ${RESULT} }`;
const PUBLISH = `mutation ($input: PublishEfiContentInput!) { result: publishEfiContent(input: $input) ${RESULT} }`;
const PAGE = `code title slug blocks {
    __typename
    ... on EfiContentHero { heading linkLabel link { to value } picture { id } }
    ... on EfiContentRichText { html }
    ... on EfiContentProductRail { heading collection { slug } products { slug } }
    ... on EfiContentCollectionTiles { heading collections { slug } }
}`;
const MENU = 'items { label link { to value } }';

export const SECRET = 'a-secret-of-more-than-thirty-two-characters';

/** A shop in English and German with content, and its Shop API answered from memory. */
export async function contentShop() {
    const shop = await testShop({
        plugins: [
            ContentPlugin.init({
                previewSecret: SECRET,
                previewUrl: ({ token, languageCode, channelToken }) =>
                    `https://shop.example/${languageCode}/${channelToken}?token=${token}`,
            }),
            ShopCachePlugin.init({ fields: contentCachedFields }),
        ],
        migrations: [...contentMigrations, ...shopCacheMigrations],
        asApplicationRole: true,
        config: { entityOptions: { channelCacheTtl: 20, zoneCacheTtl: 20, taxRateCacheTtl: 20 } },
    });
    const { adminClient } = shop;
    const admin = async <Data = Record<string, unknown>>(
        query: string,
        variables?: Record<string, unknown>,
    ) => adminClient.query<Data>(parse(query), variables);
    const change = async (query: string, input: Record<string, unknown>) =>
        (await admin<{ result: Saved }>(query, { input })).result;

    /** What the Shop API says to a stranger, and whether from memory. */
    const ask = async <Data>(query: string, { language = 'en', channel = '' } = {}) => {
        const { port, shopApiPath } = shop.config.apiOptions;
        const response = await fetch(`http://localhost:${port}/${shopApiPath}?languageCode=${language}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', ...(channel && { 'vendure-token': channel }) },
            body: JSON.stringify({ query }),
        });
        const { data } = (await response.json()) as { data: Data };
        return { data, hit: response.headers.get('efi-cache') === 'hit' };
    };
    const page = async (kind: string, slug = '', options?: { language?: string; channel?: string }) => {
        const query = `{ page: efiContentPage(kind: ${kind}, slug: "${slug}") { ${PAGE} } }`;
        return (await ask<{ page: ShownPage | null }>(query, options)).data.page;
    };
    return {
        ...shop,
        admin,
        ask,
        page,
        create: (kind: string, code: string, draft: object) => change(CREATE, { kind, code, draft }),
        save: (id: string, revision: number, draft: object) => change(SAVE, { id, revision, draft }),
        publish: (id: string, revision: number, schedule: { startsAt?: Date; endsAt?: Date } = {}) =>
            change(PUBLISH, { id, revision, ...schedule }),
        entry: async (id: string) =>
            (await admin<{ efiContentEntry: Entry }>(`{ efiContentEntry(id: "${id}") { ${ENTRY} } }`))
                .efiContentEntry,
        menu: async (code: string) =>
            (
                await ask<{ menu: { items: object[] } | null }>(
                    `{ menu: efiContentMenu(code: "${code}") { ${MENU} } }`,
                )
            ).data.menu,
        previewToken: async (id: string) =>
            (
                await admin<{ link: { token: string; url: string; expiresAt: string } }>(
                    `mutation { link: createEfiContentPreview(id: "${id}", languageCode: de) { token url expiresAt } }`,
                )
            ).link,
        preview: async (token: string, channel = '') =>
            (
                await ask<{ preview: { page: ShownPage | null } | null }>(
                    `{ preview: efiContentPreview(token: "${token}") { page { ${PAGE} } expiresAt } }`,
                    { channel },
                )
            ).data.preview,
    };
}

export type ContentShop = Awaited<ReturnType<typeof contentShop>>;

/** @throws when it was refused, with the reasons. */
export function done(saved: Saved): Entry {
    if (saved.__typename !== 'EfiContentEntry') {
        throw new Error(JSON.stringify(saved));
    }
    return saved;
}

/** The fields that are wrong, and how. */
export function problemsOf(saved: Saved): string[] {
    return saved.__typename === 'EfiContentInvalidError'
        ? saved.problems.map(({ field, code }) => `${field} ${code}`)
        : [];
}
