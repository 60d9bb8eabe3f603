import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { ServerBusyError } from '@efi/plugin-kit';
import { ConfigService, ForbiddenError, I18nError, Logger } from '@vendure/core';
import type { Request, Response } from 'express';
import type { ShellProblemCode } from '../domain/shell-problems';
import { shellProblem } from './shell/plain-answer';
import { requestIdOf } from './shell/request-id';
import { sendAnswer } from './shell/send-answer';

const loggerCtx = 'RestApi';

/** What Vendure's services throw where a caller asked for what can't be. */
const CODES: Readonly<Record<string, ShellProblemCode>> = {
    FORBIDDEN: 'not-allowed',
    UNAUTHORIZED: 'not-signed-in',
    USER_INPUT_ERROR: 'invalid-request',
    ILLEGAL_OPERATION: 'invalid-request',
    ENTITY_NOT_FOUND: 'not-found',
    CHANNEL_NOT_FOUND: 'unknown-channel',
};

/** Makes problem details of what is thrown. Of a bug the caller learns the request's id, and the log the rest. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
    constructor(private readonly config: ConfigService) {}

    catch(error: unknown, host: ArgumentsHost): void {
        const request = host.switchToHttp().getRequest<Request>();
        const response = host.switchToHttp().getResponse<Response>();
        const requestId = requestIdOf(request);
        const code = codeOf(error);
        if (code === 'internal-error') {
            this.report(error, requestId, host);
        } else if (error instanceof ForbiddenError) {
            this.handOn(error, host);
        }
        if (response.headersSent) {
            response.destroy();
            return;
        }
        const headers = code === 'unavailable' ? { headers: { 'retry-after': '1' } } : {};
        sendAnswer(request, response, shellProblem(code, requestId, headers));
    }

    private report(error: unknown, requestId: string, host: ArgumentsHost): void {
        const cause = error instanceof Error ? error : new Error(String(error));
        Logger.error(`Request ${requestId}: ${cause.message}`, loggerCtx, cause.stack);
        this.handOn(cause, host);
    }

    private handOn(cause: Error, host: ArgumentsHost): void {
        for (const handler of this.config.systemOptions.errorHandlers ?? []) {
            void handler.handleServerError(cause, { host });
        }
    }
}

function codeOf(error: unknown): ShellProblemCode {
    if (error instanceof ServerBusyError) {
        return 'unavailable';
    }
    if (error instanceof I18nError) {
        return CODES[error.code ?? ''] ?? 'internal-error';
    }
    if (error instanceof HttpException && error.getStatus() < 500) {
        return 'malformed-request';
    }
    return 'internal-error';
}
