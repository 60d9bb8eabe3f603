import { APP_INTERCEPTOR } from '@nestjs/core';
import { type AuthenticationStrategy, NativeAuthenticationStrategy } from '@vendure/core';
import type { AuthFeature } from '../auth-feature';
import { AccountRequestsInterceptor } from './account-requests.interceptor';
import { BlockNotice } from './block-notice';
import { ForgiveOwner } from './forgive-owner';
import { LimitDatabase } from './limit-database';
import { EfiAuthLimit } from './limit.entity';
import { LimitStore } from './limit-store';
import { LimitedNativeStrategy } from './limited-native-strategy';
import { LockOutMessages } from './lock-out.messages';
import { resolveLockOut } from './lock-out.options';
import { RequestLimits } from './request-limits';
import { SignInLimits } from './sign-in-limits';

/** Slow-down and lock-out by account and address, and answers that do not tell who has an account. */
export const lockOut: AuthFeature = {
    entities: [EfiAuthLimit],
    providers: [
        LimitDatabase,
        LimitStore,
        SignInLimits,
        RequestLimits,
        BlockNotice,
        ForgiveOwner,
        LockOutMessages,
        { provide: APP_INTERCEPTOR, useClass: AccountRequestsInterceptor },
    ],
    configure: ({ authOptions }, options) => {
        resolveLockOut(options.lockOut);
        authOptions.shopAuthenticationStrategy = authOptions.shopAuthenticationStrategy.map(limited);
        authOptions.adminAuthenticationStrategy = authOptions.adminAuthenticationStrategy.map(limited);
    },
};

function limited(strategy: AuthenticationStrategy): AuthenticationStrategy {
    return strategy instanceof NativeAuthenticationStrategy ? new LimitedNativeStrategy(strategy) : strategy;
}
