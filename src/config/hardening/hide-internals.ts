import { HttpException } from '@nestjs/common';
import { I18nError, Logger, type VendureConfig } from '@vendure/core';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

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
    Logger.error(`Request ${requestId}: ${raised?.message ?? shown.message}`, 'Api');
    return {
        message: 'Something went wrong on our side.',
        ...(shown.path ? { path: shown.path } : {}),
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
    };
}

/** Raised to be read: by Vendure and plugins, by Nest for a wrong request, or by GraphQL before anything ran. */
function isForCaller(error: GraphQLError): boolean {
    const cause = error.originalError;
    return (
        cause instanceof I18nError ||
        (cause instanceof HttpException && cause.getStatus() < 500) ||
        (cause === undefined || cause instanceof GraphQLError
            ? error.path === undefined || error.extensions.code !== 'INTERNAL_SERVER_ERROR'
            : error.extensions.code === 'BAD_USER_INPUT')
    );
}
