import { OfMutations } from '@efi/plugin-kit';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { ConfigService, internal_getRequestContext, UserInputError } from '@vendure/core';
import type { Request } from 'express';
import type { Observable } from 'rxjs';

/** Mutations of the Admin API whose password Vendure takes as it is, or refuses without a word. */
const SETS_PASSWORD = new Set([
    'createAdministrator',
    'updateAdministrator',
    'updateActiveAdministrator',
    'createCustomer',
]);

interface PasswordArgs {
    readonly password?: string | null;
    readonly input?: { readonly password?: string | null };
}

/** Asks the shop's rule for passwords that staff set, too: Vendure itself asks it at the Shop API only. */
@Injectable()
@OfMutations()
export class StaffPasswordsInterceptor implements NestInterceptor {
    constructor(private readonly config: ConfigService) {}

    async intercept(context: ExecutionContext, next: CallHandler<unknown>): Promise<Observable<unknown>> {
        if (context.getType<string>() !== 'graphql') {
            return next.handle();
        }
        const graphql = GqlExecutionContext.create(context);
        const { fieldName, parentType } = graphql.getInfo<{
            fieldName: string;
            parentType: { name: string };
        }>();
        if (parentType.name !== 'Mutation' || !SETS_PASSWORD.has(fieldName)) {
            return next.handle();
        }
        const args = graphql.getArgs<PasswordArgs>();
        const password = args.password ?? args.input?.password;
        if (password) {
            const { req } = graphql.getContext<{ req: Request }>();
            const { passwordValidationStrategy } = this.config.authOptions;
            const ctx = internal_getRequestContext(req, context);
            const verdict = await passwordValidationStrategy.validate(ctx, password);
            if (verdict !== true) {
                throw new UserInputError('message.efi-password-refused', {
                    reason: verdict || 'Password is invalid',
                });
            }
        }
        return next.handle();
    }
}
