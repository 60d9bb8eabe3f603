import { I18nService, PluginCommonModule, VendurePlugin } from '@vendure/core';
import type { NextFunction, Request, RequestHandler, Response } from 'express';

/** So many ways of asking for a language are remembered; shops have far fewer, and browsers of one country share theirs. */
const MOST = 500;
/** What is longer than this is nobody's wish for a language. */
const LONGEST = 200;
/** The cookie that i18next goes by, which nothing here sets. */
const COOKIE = 'i18next=';

/** What i18next's middleware leaves with a request for those that translate. */
const LEFT = ['i18n', 't', 'lng', 'locale', 'language', 'languages', 'resolvedLanguage', 'i18nextLookupName'];

type Left = Readonly<Record<string, unknown>>;

/**
 * Gives requests for the same language one translator. Vendure has i18next make a copy of itself for each request, which
 * then works out the language anew: 5 to 8 % of the processor time of a light request. Nothing in a translator belongs to
 * the request, and texts that are added later are in the store that all of them share.
 */
@VendurePlugin({ imports: [PluginCommonModule], compatibility: '^3.7.0' })
export class TranslatorsPlugin {
    /** Vendure asks for the handler before any module's `onModuleInit`. */
    constructor(i18n: I18nService) {
        const handle = i18n.handle.bind(i18n);
        i18n.handle = () => oncePerLanguage(handle() as RequestHandler);
    }
}

/** @param prepare - i18next's own, which stays in charge of whatever was not asked for before. */
export function oncePerLanguage(prepare: RequestHandler): RequestHandler {
    const known = new Map<string, { readonly left: Left; readonly header: string }>();
    return (request: Request, response: Response, next: NextFunction) => {
        const wish = wishOf(request);
        const found = wish === undefined ? undefined : known.get(wish);
        if (found) {
            Object.assign(request, found.left);
            if (found.header) {
                response.setHeader('Content-Language', found.header);
            }
            next();
            return;
        }
        prepare(request, response, (error?: unknown) => {
            if (error === undefined && wish !== undefined) {
                if (known.size >= MOST) {
                    known.clear();
                }
                letGo(request);
                const header = response.getHeader('Content-Language');
                known.set(wish, {
                    left: leftWith(request),
                    header: typeof header === 'string' ? header : '',
                });
            }
            next(error);
        });
    };
}

/** All that i18next's choice of a language goes by. @returns nothing for a request that is to be looked at by itself. */
function wishOf({ headers, url }: Request): string | undefined {
    const query = url.indexOf('?');
    const wish = `${headers['accept-language'] ?? ''}${query < 0 ? '' : url.slice(query)}`;
    return wish.length > LONGEST || headers.cookie?.includes(COOKIE) ? undefined : wish;
}

/** A translator has a listener that holds the request it was made for, with all that it brought. */
function letGo(request: Request): void {
    const { i18n } = request as { i18n?: { off(event: string): void } };
    i18n?.off('languageChanged');
}

function leftWith(request: Request): Left {
    const all = request as unknown as Left;
    return Object.fromEntries(LEFT.filter(name => name in all).map(name => [name, all[name]]));
}
