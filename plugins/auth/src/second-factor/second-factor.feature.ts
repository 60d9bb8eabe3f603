import { APP_INTERCEPTOR } from '@nestjs/core';
import type { AuthFeature } from '../auth-feature';
import { AUTH_OPTIONS, type AuthOptions } from '../auth.options';
import { secondFactorSchema } from './api/schema';
import { SecondFactorResolver } from './api/second-factor.resolver';
import { CodeLimits } from './infrastructure/code-limits';
import { EfiAuthSecondFactorProof } from './infrastructure/proof.entity';
import { Proofs } from './infrastructure/proofs';
import { EfiAuthRecoveryCode } from './infrastructure/recovery-code.entity';
import { EfiAuthSecondFactor } from './infrastructure/second-factor.entity';
import { SecondFactors } from './infrastructure/second-factors';
import { SignInGuard } from './infrastructure/sign-in-guard';
import { StrongSignIns } from './infrastructure/strong-sign-ins';
import { StepUpInterceptor } from './infrastructure/step-up.interceptor';
import { UsedTwice } from './infrastructure/used-twice';
import { SecondFactorMessages } from './second-factor.messages';
import { SECOND_FACTOR_SETTINGS, secondFactorSettings } from './second-factor.options';

/** Authenticator apps and recovery codes for staff. */
export const secondFactorFeature: AuthFeature = {
    entities: [EfiAuthSecondFactor, EfiAuthRecoveryCode, EfiAuthSecondFactorProof],
    providers: [
        {
            provide: SECOND_FACTOR_SETTINGS,
            useFactory: ({ secondFactor }: AuthOptions) => secondFactor && secondFactorSettings(secondFactor),
            inject: [AUTH_OPTIONS],
        },
        CodeLimits,
        UsedTwice,
        SecondFactors,
        StrongSignIns,
        SignInGuard,
        Proofs,
        { provide: APP_INTERCEPTOR, useClass: StepUpInterceptor },
        SecondFactorMessages,
    ],
    admin: { schema: secondFactorSchema, resolvers: [SecondFactorResolver] },
    configure: (_config, { secondFactor }) => {
        if (secondFactor) {
            secondFactorSettings(secondFactor);
        }
    },
};
