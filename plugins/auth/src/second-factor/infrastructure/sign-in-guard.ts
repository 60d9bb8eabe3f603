import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus, type ID, LoginEvent, type RequestContext } from '@vendure/core';
import { NewSessions } from '../../sessions/infrastructure/new-sessions';
import { SecondFactorError } from '../second-factor.error';
import { codeGiven } from './given-code';
import { Proofs } from './proofs';
import { SecondFactors } from './second-factors';
import { StrongSignIns } from './strong-sign-ins';

/**
 * Asks for the second factor where sign-ins of every kind end: Vendure makes the session of each strategy, of a reset
 * password and of the token routes in one place, tells of it there, and goes on only when this agrees. What is thrown
 * rolls the new session back with the sign-in's transaction; nobody has seen its token yet.
 */
@Injectable()
export class SignInGuard implements OnModuleInit {
    constructor(
        private readonly events: EventBus,
        private readonly factors: SecondFactors,
        private readonly proofs: Proofs,
        private readonly newSessions: NewSessions,
        private readonly strong: StrongSignIns,
    ) {}

    onModuleInit(): void {
        this.events.registerBlockingEventHandler({
            id: 'efi-auth-second-factor',
            before: 'efi-auth-sign-in-record',
            event: LoginEvent,
            handler: async ({ ctx, user }) => {
                if (!(await this.factors.isOn(ctx, user.id))) {
                    return;
                }
                if (!this.strong.has(user)) {
                    await this.useCode(ctx, user.id);
                }
                const sessionId = this.newSessions.of(user);
                if (sessionId !== undefined) {
                    await this.proofs.note(ctx, sessionId);
                }
            },
        });
    }

    private async useCode(ctx: RequestContext, userId: ID): Promise<void> {
        const code = codeGiven(ctx);
        if (!code) {
            throw new SecondFactorError('SECOND_FACTOR_REQUIRED');
        }
        await this.factors.use(ctx, userId, code);
    }
}
