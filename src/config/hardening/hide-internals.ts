import { HttpException } from '@nestjs/common';
import { I18nError, Logger, type VendureConfig } from '@vendure/core';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { QueryFailedError } from 'typeorm';

type ApolloPlugin = NonNullable<VendureConfig['apiOptions']['apolloServerPlugins']>[number];

/**
 * Says of an unexpected error that it happened and under which id the log has it, and no more: its message may be
 * SQL, a path or another company's answer. Errors that are meant for the caller keep theirs.
 */
export const hideInternals: ApolloPlugin = {
    requestDidStart: () =>
        Promise.resolve({
            willSendResponse({ errors, request, response: { body } }) {
                const shown = body.kind === 'single' ? body.singleResult.errors : undefined;
                if (body.kind !== 'single' || !errors || !shown) {
                    return Promise.resolve();
                }
                const id = request.http?.headers.get('x-request-id');
                body.singleResult.errors = shown.map((error, n) =>
                    describe(error, errors[n], id ?? 'unknown'),
                );
                return Promise.resolve();
            },
        }),
};

function describe(
    shown: GraphQLFormattedError,
    raised: GraphQLError | undefined,
    requestId: string,
): GraphQLFormattedError {
    if (raised && isForCaller(raised)) {
        return shown.extensions ? { ...shown, extensions: { ...shown.extensions, requestId } } : shown;
    }
    if (NOTHING_THERE.test(shown.message) && shown.path?.length === 1) {
        return {
            message: 'There is nothing with this id.',
            path: shown.path,
            extensions: { code: 'ENTITY_NOT_FOUND', requestId },
        };
    }
    const sqlState = sqlStateOf(raised);
    const isMisfit = sqlState !== undefined && MISFIT.test(sqlState);
    const origin = sqlState === undefined ? '' : `PostgreSQL ${sqlState}: `;
    Logger[isMisfit ? 'warn' : 'error'](
        `Request ${requestId}: ${origin}${raised?.message ?? shown.message}`,
        'Api',
    );
    return {
        message: isMisfit ? 'A value does not fit its place.' : 'Something went wrong on our side.',
        ...(shown.path ? { path: shown.path } : {}),
        extensions: { code: isMisfit ? 'BAD_USER_INPUT' : 'INTERNAL_SERVER_ERROR', requestId },
    };
}

/** What GraphQL says where Vendure did nothing for want of what it was asked to act on, such as a job to cancel. */
const NOTHING_THERE = /^Cannot return null for non-nullable field Mutation\.\w+\.$/;

/**
 * Of what PostgreSQL refuses: values that their column can't hold, such as a NUL, a number out of range or a regular
 * expression that is none, and comparisons that their column does not know. Vendure passes both on as they come.
 */
const MISFIT = /^(22...|42883)$/;

function sqlStateOf(raised: GraphQLError | undefined): string | undefined {
    const cause = raised?.originalError;
    return cause instanceof QueryFailedError ? (cause.driverError as { code?: string }).code : undefined;
}

/** Raised to be read: by Vendure and plugins, by Nest for a wrong request, or by GraphQL before anything ran. */
function isForCaller(error: GraphQLError): boolean {
    const cause = error.originalError;
    return (
        (cause instanceof I18nError && isWritten(cause)) ||
        (cause instanceof HttpException && cause.getStatus() < 500) ||
        (cause === undefined || cause instanceof GraphQLError
            ? error.path === undefined || error.extensions.code !== 'INTERNAL_SERVER_ERROR'
            : error.extensions.code === 'BAD_USER_INPUT')
    );
}

/** Vendure also wraps what broke inside, such as PostgreSQL's words, and only what it wrote itself has a key. */
function isWritten({ code, message }: I18nError): boolean {
    return code !== 'INTERNAL_SERVER_ERROR' || /^error\.[a-z-]+$/.test(message);
}
