import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
    AdministratorService,
    Customer,
    CustomerService,
    EventBus,
    type ID,
    IdentifierChangeEvent,
    isGraphQlErrorResult,
    type RequestContext,
    TransactionalConnection,
    UserService,
} from '@vendure/core';
import { AccountNotices } from '../infrastructure/account-notices';
import { AccountSessions } from '../sessions/infrastructure/account-sessions';

/**
 * What follows from another password or another address, wherever it is changed: the account's other sessions end, and
 * its owner hears of it. Vendure tells of some of these changes only, so its services are asked instead; all of it is in
 * the transaction of the change.
 */
@Injectable()
export class CredentialChanges implements OnModuleInit {
    constructor(
        private readonly users: UserService,
        private readonly administrators: AdministratorService,
        private readonly customers: CustomerService,
        private readonly connection: TransactionalConnection,
        private readonly sessions: AccountSessions,
        private readonly notices: AccountNotices,
        private readonly events: EventBus,
    ) {}

    onModuleInit(): void {
        this.followPasswords();
        this.followAdministrators();
        this.followAddresses();
    }

    private followPasswords(): void {
        const change = this.users.updatePassword.bind(this.users);
        this.users.updatePassword = async (ctx, userId, current, next) => {
            const result = await change(ctx, userId, current, next);
            if (result === true) {
                await this.passwordChanged(ctx, userId, true);
            }
            return result;
        };
        const reset = this.users.resetPasswordByToken.bind(this.users);
        this.users.resetPasswordByToken = async (ctx, token, password) => {
            const result = await reset(ctx, token, password);
            if (!isGraphQlErrorResult(result)) {
                await this.passwordChanged(ctx, result.id, false);
            }
            return result;
        };
    }

    private followAdministrators(): void {
        const update = this.administrators.update.bind(this.administrators);
        this.administrators.update = async (ctx, input) => {
            const before = await this.administrators.findOne(ctx, input.id);
            // The object changes with the account.
            const emailAddress = before?.emailAddress;
            const updated = await update(ctx, input);
            if (input.password) {
                await this.passwordChanged(ctx, updated.user.id, true);
            }
            if (emailAddress !== undefined && emailAddress !== updated.emailAddress) {
                await this.notices.write(ctx, { emailAddress, isStaff: true }, 'email-address-changed');
            }
            return updated;
        };
    }

    private followAddresses(): void {
        const update = this.customers.update.bind(this.customers);
        this.customers.update = async (ctx: RequestContext, input: Parameters<typeof update>[1]) => {
            const before = 'emailAddress' in input ? await this.addressOf(ctx, input.id) : undefined;
            const result = await update(ctx, input);
            if (before && 'emailAddress' in result && result.emailAddress !== before) {
                await this.notices.write(
                    ctx,
                    { emailAddress: before, isStaff: false },
                    'email-address-changed',
                );
            }
            return result;
        };
        this.events.registerBlockingEventHandler({
            id: 'efi-auth-address-changed',
            event: IdentifierChangeEvent,
            handler: ({ ctx, oldIdentifier }) =>
                this.notices.write(
                    ctx,
                    { emailAddress: oldIdentifier, isStaff: false },
                    'email-address-changed',
                ),
        });
    }

    /** @returns nothing for a guest, who has no account. */
    private async addressOf(ctx: RequestContext, id: ID): Promise<string | undefined> {
        const customer = await this.connection
            .getRepository(ctx, Customer)
            .findOne({ where: { id }, relations: ['user'] });
        return customer?.user ? customer.emailAddress : undefined;
    }

    /** @param keepsCurrent - Whether the session goes on in which it was changed. */
    private async passwordChanged(ctx: RequestContext, userId: ID, keepsCurrent: boolean): Promise<void> {
        await this.sessions.end(ctx, userId, ({ isCurrent }) => !(keepsCurrent && isCurrent));
        await this.notices.tell(ctx, userId, 'password-changed');
    }
}
