import 'server-only';
import { unstable_cache } from 'next/cache';
import { getLocale } from 'next-intl/server';
import { cache } from 'react';
import { graphql, type TadaDocumentNode } from '@/graphql/graphql';
import { shopperHeaders } from '@/lib/consent/current-consent';
import { originHeaders } from '@/lib/device/origin-headers';
import { storefrontEnv } from '@/lib/env';
import { parseLocale, type Locale } from '@/lib/market/locale';
import { cacheManifest, EVERYTHING, scheduled, type Kept } from './cache-manifest';
import { orderKeys } from './known-orders';
import { LastAnswers } from './last-answers';
import { lastChange } from './last-change';
import { postJson } from './post-json';
import { printed } from './printed';
import { readSessionToken, writeSessionToken } from './session';

/** The Shop API did not answer, or refused the query: a fault of ours, shown by the error page. */
export class ShopApiError extends Error {
    constructor(
        message: string,
        readonly code?: string,
    ) {
        super(message);
        this.name = 'ShopApiError';
    }
}

interface GraphQlResponse<Data> {
    data?: Data;
    errors?: { message: string; extensions?: { code?: string } }[];
}

/**
 * A query for what everybody sees the same and what shows no price and no stock, answered from what is kept, where
 * the server says what changes. An answer with errors is none and not kept. While the server does not answer, the last
 * answer stands in, also for one that was called back.
 */
export async function queryKept<Data, Variables>(
    kept: Kept,
    document: TadaDocumentNode<Data, Variables>,
    variables: Variables,
): Promise<Data> {
    // Found out here: what is kept may not look at the request.
    return queryKeptIn(await getLocale(), kept, document, variables);
}

/** As `queryKept`, for routes that no page belongs to: they are told the language and market. */
export async function queryKeptIn<Data, Variables>(
    locale: Locale,
    kept: Kept,
    document: TadaDocumentNode<Data, Variables>,
    variables: Variables,
): Promise<Data> {
    const ask = async (patience?: number) => {
        const { data, size } = await sendFor(locale, document, variables, {}, patience);
        return { data, size };
    };
    if (!storefrontEnv().revalidationSecret) {
        return answerOrLast(locale, document, variables, ask);
    }
    const { tags, life } = cacheManifest[kept];
    const since = scheduled.includes(kept) ? await lastContentChange(locale) : '';
    const key = [kept, printed(document), JSON.stringify(variables), locale, since];
    return answerOrLast(locale, document, variables, patience =>
        unstable_cache(() => ask(patience), key, { tags: [...tags, EVERYTHING], revalidate: life })(),
    );
}

const ContentChangesQuery = graphql(`
    query ContentChanges {
        efiContentChanges
    }
`);

/** Part of the key of what the clock changes, so that it is asked for anew when a planned moment has come. */
const lastContentChange = cache(async (locale: Locale): Promise<string> => {
    const { efiContentChanges } = await queryKeptIn(locale, 'contentChanges', ContentChangesQuery, {});
    return lastChange(efiContentChanges.map(String), Date.now());
});

/** A query for what everybody sees the same. Carries no session. */
export async function queryShop<Data, Variables>(
    document: TadaDocumentNode<Data, Variables>,
    variables: Variables,
): Promise<Data> {
    return (await send(document, variables, {})).data;
}

const lastAnswers = new LastAnswers();

/** What the page at hand has to tell about its answers. */
const request = cache(() => ({ hasLastAnswers: false }));

/**
 * A query for products with their prices and stock. Always asked, and while the server does not answer the last answer
 * stands in: see `CatalogueNotice`. Not for what is bought, which is checked and priced anew.
 */
export async function queryCatalogue<Data, Variables>(
    document: TadaDocumentNode<Data, Variables>,
    variables: Variables,
): Promise<Data> {
    const locale = await getLocale();
    return answerOrLast(locale, document, variables, patience =>
        sendFor(locale, document, variables, {}, patience),
    );
}

async function answerOrLast<Data, Variables>(
    locale: Locale,
    document: TadaDocumentNode<Data, Variables>,
    variables: Variables,
    ask: (patience: number | undefined) => Promise<{ data: Data; size: number }>,
): Promise<Data> {
    const key = [locale, printed(document), JSON.stringify(variables)].join('\n');
    const { data, isLast } = await lastAnswers.orLast(key, ask, isUnanswered);
    request().hasLastAnswers ||= isLast;
    return data;
}

/** Whether the page at hand shows any last answer so far. True once, so that it is told once. */
export function takeLastAnswersNote(): boolean {
    const { hasLastAnswers } = request();
    request().hasLastAnswers = false;
    return hasLastAnswers;
}

/** A server that refuses says why; one that can't answer says nothing, or that it failed. */
function isUnanswered(error: unknown): boolean {
    return (
        !(error instanceof ShopApiError) || error.code === undefined || error.code === 'INTERNAL_SERVER_ERROR'
    );
}

/**
 * As `queryShop`, for routes that no page belongs to: they are told the language and market.
 *
 * @param patience - How long to wait for the answer, in milliseconds.
 */
export async function queryShopIn<Data, Variables>(
    locale: Locale,
    document: TadaDocumentNode<Data, Variables>,
    variables: Variables,
    patience?: number,
): Promise<Data> {
    return (await sendFor(locale, document, variables, {}, patience)).data;
}

/**
 * A query for what is the shopper's own. Without a session there is nothing of their own, so ask `hasSession`
 * first: Vendure would make a session for each such query, and a page can't keep its token.
 *
 * @param patience - How long to wait for the answer, in milliseconds.
 */
export async function queryAsShopper<Data, Variables>(
    document: TadaDocumentNode<Data, Variables>,
    variables: Variables,
    patience?: number,
): Promise<Data> {
    return (await send(document, variables, await headersOfShopper(), patience)).data;
}

/** As `queryAsShopper`, in another market than the page's. */
export async function queryAsShopperIn<Data, Variables>(
    locale: Locale,
    document: TadaDocumentNode<Data, Variables>,
    variables: Variables,
): Promise<Data> {
    return (await sendFor(locale, document, variables, await headersOfShopper())).data;
}

/**
 * A mutation, for Server Actions only: keeps the session token that Vendure hands out.
 *
 * @param patience - How long to wait for the answer, in milliseconds.
 */
export async function mutateAsShopper<Data, Variables>(
    document: TadaDocumentNode<Data, Variables>,
    variables: Variables,
    patience?: number,
): Promise<Data> {
    return mutateAsShopperIn(await getLocale(), document, variables, patience);
}

/** As `mutateAsShopper`, in another market than the page's. */
export async function mutateAsShopperIn<Data, Variables>(
    locale: Locale,
    document: TadaDocumentNode<Data, Variables>,
    variables: Variables,
    patience?: number,
): Promise<Data> {
    const { data, token } = await sendFor(locale, document, variables, await headersOfShopper(), patience);
    if (token) {
        await writeSessionToken(token);
    }
    return data;
}

/** A file of the shopper's own, beside the Shop API. @param path - Of the server, from its root. */
export async function fetchFileAsShopper(path: string): Promise<Response> {
    const address = new URL(path, storefrontEnv().shopApiUrl);
    const headers = await headersOfShopper();
    return fetch(address, { headers, cache: 'no-store', signal: AbortSignal.timeout(60_000) });
}

/** Whose request it is, where it comes from, what they agree to have kept of it, and which orders they may see. */
async function headersOfShopper(): Promise<Record<string, string>> {
    const [token, told, origin, keys] = await Promise.all([
        readSessionToken(),
        shopperHeaders(),
        originHeaders(),
        orderKeys(),
    ]);
    return {
        ...told,
        ...origin,
        ...(token && { authorization: `Bearer ${token}` }),
        ...(keys.length > 0 && { 'efi-order-keys': keys.join(',') }),
    };
}

async function send<Data, Variables>(
    document: TadaDocumentNode<Data, Variables>,
    variables: Variables,
    headers: Readonly<Record<string, string>>,
    patience?: number,
): Promise<{ data: Data; token: string | null }> {
    return sendFor(await getLocale(), document, variables, headers, patience);
}

async function sendFor<Data, Variables>(
    locale: string,
    document: TadaDocumentNode<Data, Variables>,
    variables: Variables,
    headers: Readonly<Record<string, string>>,
    patience = 15_000,
): Promise<{ data: Data; token: string | null; size: number }> {
    const { language, market } = parseLocale(locale);
    const answer = await postJson(`${storefrontEnv().shopApiUrl}?languageCode=${language}`, {
        headers: { 'vendure-token': market.code, ...headers },
        body: { query: printed(document), variables },
        patience,
    });
    const body = JSON.parse(answer.body) as GraphQlResponse<Data>;
    if (body.errors?.[0] || body.data === undefined) {
        const error = body.errors?.[0];
        throw new ShopApiError(error?.message ?? `HTTP ${answer.status}`, error?.extensions?.code);
    }
    const token = answer.headers['vendure-auth-token'];
    return {
        data: body.data,
        token: typeof token === 'string' ? token : null,
        size: answer.body.length,
    };
}
