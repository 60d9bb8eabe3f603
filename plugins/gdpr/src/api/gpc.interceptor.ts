import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { internal_getRequestContext, Logger, parseContext } from '@vendure/core';
import { defer, mergeMap, type Observable } from 'rxjs';
import { GdprConsentLedger } from '../infrastructure/consent/ledger';

/**
 * Takes what a customer agreed to off the record as soon as their browser sends Global Privacy Control: jobs, such as the
 * training of recommendations, see no request and go by the record.
 */
@Injectable()
export class GpcInterceptor implements NestInterceptor {
    /** GraphQL comes by for each field of a request. */
    private readonly seen = new WeakSet<object>();

    constructor(private readonly ledger: GdprConsentLedger) {}

    intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
        const { req } = parseContext(context);
        if (req?.headers?.['sec-gpc'] !== '1' || this.seen.has(req)) {
            return next.handle();
        }
        const ctx = internal_getRequestContext(req, context);
        if (ctx?.apiType !== 'shop' || ctx.activeUserId === undefined) {
            return next.handle();
        }
        this.seen.add(req);
        return defer(() =>
            this.ledger
                .refuseBySignal(ctx)
                .catch((error: unknown) =>
                    Logger.error(`Can't keep a refusal: ${String(error)}`, 'GdprPlugin'),
                ),
        ).pipe(mergeMap(() => next.handle()));
    }
}
