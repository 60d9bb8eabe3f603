import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus, PasswordResetVerifiedEvent } from '@vendure/core';
import { SignInLimits } from './sign-in-limits';

/**
 * Whoever resets a password by mail is the owner, and may sign in from where they are. Waited for, since Vendure signs
 * them in right after.
 */
@Injectable()
export class ForgiveOwner implements OnModuleInit {
    constructor(
        private readonly events: EventBus,
        private readonly limits: SignInLimits,
    ) {}

    onModuleInit(): void {
        this.events.registerBlockingEventHandler({
            id: 'efi-auth-forgive-owner',
            event: PasswordResetVerifiedEvent,
            handler: ({ ctx, user }) =>
                this.limits.forgive({
                    identifier: user.identifier,
                    ...(ctx.req?.ip ? { address: ctx.req.ip } : {}),
                }),
        });
    }
}
