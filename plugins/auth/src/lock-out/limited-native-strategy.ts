import {
    type AuthenticationStrategy,
    type Injector,
    NATIVE_AUTH_STRATEGY_NAME,
    NativeAuthenticationStrategy,
    type RequestContext,
    type User,
} from '@vendure/core';
import type { ID } from '@vendure/core';
import { UnchangedUsers } from '../sessions/infrastructure/unchanged-users';
import { BlockNotice } from './block-notice';
import { lookOnce } from './one-look';
import { SignInLimits } from './sign-in-limits';

type NativeData = Parameters<NativeAuthenticationStrategy['authenticate']>[1];

/** What a refused sign-in says in `authenticationError`, whether the password was right or not. */
export const TOO_MANY_ATTEMPTS = 'TOO_MANY_ATTEMPTS';

/** Vendure's sign-in by password, asked only as often as the limits allow. */
export class LimitedNativeStrategy implements AuthenticationStrategy<NativeData> {
    readonly name = NATIVE_AUTH_STRATEGY_NAME;
    private limits!: SignInLimits;
    private notice!: BlockNotice;
    private unchanged!: UnchangedUsers;

    constructor(private readonly native: NativeAuthenticationStrategy) {}

    async init(injector: Injector): Promise<void> {
        await this.native.init(injector);
        lookOnce(this.native, injector);
        this.limits = injector.get(SignInLimits);
        this.unchanged = injector.get(UnchangedUsers);
        this.notice = injector.get(BlockNotice);
    }

    defineInputType() {
        return this.native.defineInputType();
    }

    async authenticate(ctx: RequestContext, data: NativeData): Promise<User | false | string> {
        const attempt = { identifier: data.username, ...(ctx.req?.ip ? { address: ctx.req.ip } : {}) };
        const admission = await this.limits.admit(attempt);
        if (admission === 'locked') {
            this.notice.tell(ctx, data.username);
        }
        if (admission !== 'admitted') {
            return TOO_MANY_ATTEMPTS;
        }
        const user = await this.native.authenticate(ctx, data);
        if (user) {
            this.unchanged.note(user);
            await this.limits.succeeded(attempt);
        }
        return user;
    }

    /** For Vendure, which asks a signed-in shopper for the password again. */
    verifyUserPassword(ctx: RequestContext, userId: ID, password: string): Promise<boolean> {
        return this.native.verifyUserPassword(ctx, userId, password);
    }
}
