import { AccountNoticeEvent, queryPrepared } from '@efi/plugin-kit';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus, LoginEvent, type RequestContext, TransactionalConnection, type User } from '@vendure/core';
import { ownerAddress } from '../../infrastructure/owner-address';
import { accountOf, limitKey } from '../../lock-out/limit-key';
import { maskedAddress, networkAround } from '../domain/coarse-address';
import { type Device, deviceOf, nameOfDevice } from './device-of';
import { NewSessions } from './new-sessions';
import { EfiAuthKnownDevice } from './known-device.entity';

/**
 * Where there is no session, nothing is kept of it. Of two sign-ins at once with one device, one finds the other's row:
 * `xmax` is 0 for a row that was not there.
 */
const SEEN = `
    WITH others AS (SELECT FROM efi_auth_known_device WHERE "userId" = $1 LIMIT 1),
         detail AS (
            INSERT INTO efi_auth_session_detail ("sessionId", browser, system, kind, address, "lastUsedAt")
            SELECT $4::integer, $5, $6, $7, $8, $3 WHERE $4::integer IS NOT NULL)
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
                if (await this.keep(ctx, user, device)) {
                    await this.tell(ctx, user.identifier, device);
                }
            },
        });
    }

    /** @returns whether the owner should be told. */
    private async keep(ctx: RequestContext, user: User, device: Device): Promise<boolean> {
        const { ip } = ctx.req ?? {};
        const hash = limitKey('device', String(user.id), nameOfDevice(device), networkAround(ip ?? ''));
        const { browser, system, kind } = device;
        const [seen] = await queryPrepared<{ isNew: boolean; hasOthers: boolean }>(
            this.connection.getRepository(ctx, EfiAuthKnownDevice).manager,
            SEEN,
            [
                ...[user.id, hash, new Date()],
                ...[this.newSessions.of(user) ?? null, browser, system, kind, ip ? maskedAddress(ip) : null],
            ],
        );
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
