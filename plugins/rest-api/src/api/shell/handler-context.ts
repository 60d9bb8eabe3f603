import type { RestRoute } from '@efi/plugin-kit';
import { type LanguageCode, RequestContext } from '@vendure/core';
import type { Request } from 'express';

/**
 * The context of a handler: the guard's, with the language that the caller prefers among the channel's and with the
 * kind of API that the route says. The guard itself calls every controller's API `custom`, and looks at the query for
 * a language only.
 */
export function handlerContext(ctx: RequestContext, request: Request, route: RestRoute): RequestContext {
    return new RequestContext({
        req: request,
        apiType: route.api ?? 'custom',
        channel: ctx.channel,
        session: ctx.session,
        languageCode: languageOf(ctx, request),
        currencyCode: ctx.currencyCode,
        isAuthorized: true,
        authorizedAsOwnerOnly: false,
        translationFn: ((key: string, variables?: object) => ctx.translate(key, variables)) as never,
    });
}

function languageOf(ctx: RequestContext, request: Request): LanguageCode {
    const available = ctx.channel.availableLanguageCodes ?? [];
    if (request.query.languageCode !== undefined || !request.headers['accept-language']) {
        return ctx.languageCode;
    }
    const preferred = request.acceptsLanguages(available.map(code => code.replace('_', '-')));
    return preferred ? (preferred.replace('-', '_') as LanguageCode) : ctx.languageCode;
}
