import { OfMutations } from '@efi/plugin-kit';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { internal_getRequestContext } from '@vendure/core';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { SecondFactorError } from '../second-factor.error';
import { Proofs } from './proofs';
import { SecondFactors } from './second-factors';

/** Acts at the Admin API that decide who gets in and where money goes, or that can't be taken back. */
const DANGEROUS = new Set([
    'createAdministrator',
    'updateAdministrator',
    'updateActiveAdministrator',
    'deleteAdministrator',
    'deleteAdministrators',
    'assignRoleToAdministrator',
    'createRole',
    'updateRole',
    'deleteRole',
    'deleteRoles',
    'createApiKey',
    'updateApiKey',
    'rotateApiKey',
    'createEfiMachineKey',
    'resetEfiSecondFactor',
    'beginEfiPasskeyRegistration',
    'removeEfiPasskey',
    'createPaymentMethod',
    'updatePaymentMethod',
    'deletePaymentMethod',
    'deletePaymentMethods',
    'deleteCustomer',
    'deleteCustomers',
    'deleteChannel',
    'deleteChannels',
]);

/** Whoever has a second factor shows it again before a dangerous act, unless they did a short while ago. */
@Injectable()
@OfMutations()
export class StepUpInterceptor implements NestInterceptor {
    constructor(
        private readonly factors: SecondFactors,
        private readonly proofs: Proofs,
    ) {}

    async intercept(context: ExecutionContext, next: CallHandler<unknown>): Promise<Observable<unknown>> {
        if (context.getType<string>() === 'graphql') {
            const graphql = GqlExecutionContext.create(context);
            const { fieldName } = graphql.getInfo<{ fieldName: string }>();
            if (DANGEROUS.has(fieldName)) {
                const ctx = internal_getRequestContext(graphql.getContext<{ req: Request }>().req, context);
                if (
                    ctx.activeUserId !== undefined &&
                    (await this.factors.isOn(ctx, ctx.activeUserId)) &&
                    !(await this.proofs.isFresh(ctx))
                ) {
                    throw new SecondFactorError('SECOND_FACTOR_STALE');
                }
            }
        }
        return next.handle();
    }
}
