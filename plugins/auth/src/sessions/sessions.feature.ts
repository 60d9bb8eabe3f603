import { APP_INTERCEPTOR } from '@nestjs/core';
import { concatAST } from 'graphql';
import type { AuthFeature } from '../auth-feature';
import { OthersSessionsResolver } from './api/others-sessions.resolver';
import { othersSessionsSchema, sessionsSchema } from './api/schema';
import { SessionsResolver } from './api/sessions.resolver';
import { AccountSessions } from './infrastructure/account-sessions';
import { EfiAuthKnownDevice } from './infrastructure/known-device.entity';
import { LastLogin } from './infrastructure/last-login';
import { LastUseInterceptor } from './infrastructure/last-use.interceptor';
import { NewSessions } from './infrastructure/new-sessions';
import { OwnSessions } from './infrastructure/own-sessions';
import { EfiAuthSessionDetail } from './infrastructure/session-detail.entity';
import { SignInRecord } from './infrastructure/sign-in-record';
import { UnchangedUsers } from './infrastructure/unchanged-users';

/** Where an account is signed in, signing out from afar, and a word to the owner when a new device signs in. */
export const sessionsFeature: AuthFeature = {
    entities: [EfiAuthSessionDetail, EfiAuthKnownDevice],
    providers: [
        NewSessions,
        SignInRecord,
        UnchangedUsers,
        LastLogin,
        AccountSessions,
        OwnSessions,
        { provide: APP_INTERCEPTOR, useClass: LastUseInterceptor },
    ],
    shop: { schema: sessionsSchema, resolvers: [SessionsResolver] },
    admin: {
        schema: concatAST([sessionsSchema, othersSessionsSchema]),
        resolvers: [SessionsResolver, OthersSessionsResolver],
    },
};
