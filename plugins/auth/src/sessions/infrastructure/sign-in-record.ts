import { AccountNoticeEvent } from '@efi/plugin-kit';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus, type ID, LoginEvent, type RequestContext, TransactionalConnection } from '@vendure/core';
import { ownerAddress } from '../../infrastructure/owner-address';
import { accountOf, limitKey } from '../../lock-out/limit-key';
import { maskedAddress, networkAround } from '../domain/coarse-address';
import { type Device, deviceOf, nameOfDevice } from './device-of';
import { NewSessions } from './new-sessions';
import { EfiAuthKnownDevice } from './known-device.entity';
import { EfiAuthSessionDetail } from './session-detail.entity';

/** Of two sign-ins at once with one device, one finds the other's row. `xmax` is 0 for a row that was not there. */
const SEEN = `
    WITH others AS (SELECT FROM efi_auth_known_device WHERE "userId" = $1 LIMIT 1)
    INSERT INTO efi_auth_known_device ("userId", "deviceHash", "lastSeenAt") VALUES ($1, $2, $3)
    ON CONFLICT ("userId", "deviceHash") DO UPDATE SET "lastSeenAt" = EXCLUDED."lastSeenAt"
    RETURNING xmax = 0 AS "isNew", EXISTS (SELECT FROM others) AS "hasOthers"`;

/**
 * Keeps with each sign-in where it came from, and tells the owner of one from a device that the account was not used
 * with before. The first device of an account is no news. All of it is part of the sign-in's transaction.
 */
@Injectable()
export class SignInRecord implements OnModuleInit {
    constructor(
        private readonly events: EventBus,
        private readonly connection: TransactionalConnection,
        private readonly newSessions: NewSessions,
    ) {}

    onModuleInit(): void {
        this.events.registerBlockingEventHandler({
            id: 'efi-auth-sign-in-record',
            event: LoginEvent,
            handler: async ({ ctx, user }) => {
                const device = deviceOf(ctx.req?.headers['user-agent']);
                const sessionId = this.newSessions.of(user);
                if (sessionId !== undefined) {
                    await this.keep(ctx, sessionId, device);
                }
                if (await this.isNews(ctx, user.id, device)) {
                    await this.tell(ctx, user.identifier, device);
                }
            },
        });
    }

    private async keep(ctx: RequestContext, sessionId: ID, { browser, system, kind }: Device) {
        const address = ctx.req?.ip ? maskedAddress(ctx.req.ip) : null;
        await this.connection
            .getRepository(ctx, EfiAuthSessionDetail)
            .insert({ sessionId, browser, system, kind, address, lastUsedAt: new Date() });
    }

    private async isNews(ctx: RequestContext, userId: ID, device: Device): Promise<boolean> {
        const network = networkAround(ctx.req?.ip ?? '');
        const hash = limitKey('device', String(userId), nameOfDevice(device), network);
        const [seen] = await this.connection
            .getRepository(ctx, EfiAuthKnownDevice)
            .manager.query<{ isNew: boolean; hasOthers: boolean }[]>(SEEN, [userId, hash, new Date()]);
        return seen !== undefined && seen.isNew && seen.hasOthers;
    }

    private async tell(ctx: RequestContext, identifier: string, device: Device): Promise<void> {
        const isStaff = ctx.apiType === 'admin';
        const { manager } = this.connection.getRepository(ctx, EfiAuthKnownDevice);
        const emailAddress = await ownerAddress(manager, accountOf(identifier), isStaff);
        if (emailAddress) {
            const notice = {
                kind: 'new-device',
                device: nameOfDevice(device),
                address: maskedAddress(ctx.req?.ip ?? ''),
                at: new Date(),
            } as const;
            await this.events.publish(new AccountNoticeEvent(ctx, emailAddress, isStaff, notice));
        }
    }
}
