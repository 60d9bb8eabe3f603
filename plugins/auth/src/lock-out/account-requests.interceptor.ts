import { OfMutations } from '@efi/plugin-kit';
import {
    type CallHandler,
    type ExecutionContext,
    Inject,
    Injectable,
    type NestInterceptor,
} from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { ConfigService, internal_getRequestContext, type RequestContext, UserService } from '@vendure/core';
import { PasswordValidationError } from '@vendure/core/dist/common/error/generated-graphql-shop-errors';
import type { Request } from 'express';
import { setTimeout as delay } from 'node:timers/promises';
import { lastValueFrom, type Observable, of } from 'rxjs';
import { AUTH_OPTIONS, type AuthOptions } from '../auth.options';
import { resolveLockOut } from './lock-out.options';
import { RequestLimits } from './request-limits';

/** Mutations of the Shop API that send mail to an address that anyone can name. */
const ASKS_FOR_MAIL = new Set([
    'registerCustomerAccount',
    'requestPasswordReset',
    'refreshCustomerVerification',
    'askEfiPrivacyByMail',
]);

/** Mutations whose refusals tell something to who tries often enough: a password, a token, who has an account. */
const CAN_BE_GUESSED = new Set([
    'resetPassword',
    'verifyCustomerAccount',
    'updateCustomerEmailAddress',
    'updateCustomerPassword',
    'requestUpdateCustomerEmailAddress',
    'setCustomerForOrder',
    'arrangeEfiOrder',
    'beginEfiSecondFactor',
    'beginEfiPasskeyRegistration',
    'confirmEfiPrivacyByMail',
    'cancelEfiPrivacyByMail',
]);

interface MailRequest {
    readonly emailAddress: string;
    readonly password?: string | null;
}

/**
 * Registration and requests for mail answer the same, and after the same time, whether or not there is an account;
 * guesses are counted. Works outside of the mutation's transaction, so that waiting holds no connection.
 */
@Injectable()
@OfMutations()
export class AccountRequestsInterceptor implements NestInterceptor {
    private readonly answerAfterMs: number;

    constructor(
        @Inject(AUTH_OPTIONS) options: AuthOptions,
        private readonly limits: RequestLimits,
        private readonly config: ConfigService,
        private readonly users: UserService,
    ) {
        this.answerAfterMs = resolveLockOut(options.lockOut).answerAfterMs;
    }

    async intercept(context: ExecutionContext, next: CallHandler<unknown>): Promise<Observable<unknown>> {
        if (context.getType<string>() !== 'graphql') {
            return next.handle();
        }
        const graphql = GqlExecutionContext.create(context);
        const { fieldName, parentType } = graphql.getInfo<{
            fieldName: string;
            parentType: { name: string };
        }>();
        if (parentType.name !== 'Mutation') {
            return next.handle();
        }
        const { req } = graphql.getContext<{ req: Request }>();
        if (ASKS_FOR_MAIL.has(fieldName)) {
            const { input, ...args } = graphql.getArgs<MailRequest & { input?: MailRequest }>();
            const ctx = internal_getRequestContext(req, context);
            return of(await this.answerToMailRequest(ctx, fieldName, input ?? args, next));
        }
        if (CAN_BE_GUESSED.has(fieldName)) {
            return of(await this.answerToGuess(internal_getRequestContext(req, context), fieldName, next));
        }
        return next.handle();
    }

    private async answerToMailRequest(
        ctx: RequestContext,
        field: string,
        request: MailRequest,
        next: CallHandler<unknown>,
    ): Promise<unknown> {
        const [answer] = await Promise.allSettled([
            this.doMailRequest(ctx, field, request, next),
            delay(this.answerAfterMs),
        ]);
        if (answer.status === 'rejected') {
            throw answer.reason;
        }
        return answer.value;
    }

    private async doMailRequest(
        ctx: RequestContext,
        field: string,
        { emailAddress, password }: MailRequest,
        next: CallHandler<unknown>,
    ): Promise<unknown> {
        // Vendure looks at the password only where there is no account yet.
        const weakness = password ? await this.weaknessOf(ctx, password) : undefined;
        if (weakness) {
            return weakness;
        }
        if (!(await this.limits.mayAskForMail(ctx.req?.ip, field, emailAddress))) {
            return { success: true };
        }
        const [answer] = await Promise.all([
            lastValueFrom(next.handle()),
            password ? this.hashAsForNew(ctx, emailAddress, password) : undefined,
        ]);
        return answer;
    }

    /** Vendure hashes the password of a new account only: the same work is done where there is one. */
    private async hashAsForNew(ctx: RequestContext, emailAddress: string, password: string): Promise<void> {
        if (await this.users.getUserByEmailAddress(ctx, emailAddress)) {
            await this.config.authOptions.passwordHashingStrategy.hash(password);
        }
    }

    private async weaknessOf(ctx: RequestContext, password: string) {
        const result = await this.config.authOptions.passwordValidationStrategy.validate(ctx, password);
        return result === true
            ? undefined
            : new PasswordValidationError({ validationErrorMessage: result || 'Password is invalid' });
    }

    private async answerToGuess(
        ctx: RequestContext,
        field: string,
        next: CallHandler<unknown>,
    ): Promise<unknown> {
        const guess = await this.limits.countGuess(ctx, field);
        const answer = await lastValueFrom(next.handle());
        if (!isErrorResult(answer)) {
            await guess.takeBack();
        }
        return answer;
    }
}

function isErrorResult(answer: unknown): boolean {
    return typeof answer === 'object' && answer !== null && 'errorCode' in answer;
}
