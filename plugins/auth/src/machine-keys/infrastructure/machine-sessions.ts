import { auditTrail, PerMinute, queryPrepared } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import { type CachedSession, type ID, Logger, type Permission, TransactionalConnection } from '@vendure/core';
import { timingSafeEqual } from 'node:crypto';
import { hashOf } from '../../tokens/tokens.options';
import { permissionsOf } from '../domain/scopes';
import { EfiMachineKey } from './machine-key.entity';
import { idOfKey } from './key-text';

/** A key that is not withdrawn, with what its maker may do now in its channel; none when the maker is gone. */
const BY_ID = `
    SELECT k."keyHash", k.scopes, k."expiresAt", k."lastUsedAt", k."userId", m.identifier,
           c.id AS "channelId", c.token, c.code, string_agg(r.permissions, ',') AS held
      FROM efi_auth_machine_key k
      JOIN "user" m ON m.id = k."userId"
      JOIN channel c ON c.id = k."channelId"
      JOIN "user" maker ON maker.id = k."creatorId" AND maker."deletedAt" IS NULL
      JOIN user_roles_role ur ON ur."userId" = maker.id
      JOIN role_channels_channel rc ON rc."roleId" = ur."roleId" AND rc."channelId" = c.id
      JOIN role r ON r.id = ur."roleId"
     WHERE k.id = $1 AND k."revokedAt" IS NULL
     GROUP BY k.id, m.id, c.id`;

/** `authenticationStrategy` of a request that came with a key. */
export const MACHINE_KEY_STRATEGY = 'efi-machine-key';

const USED_AGAIN_AFTER = 60_000;

/** Whoever makes keys up can do so as often as a network carries: so many refusals a minute are written down. */
const MOST_REFUSALS = 100;

interface Row {
    readonly keyHash: string;
    readonly scopes: Permission[];
    readonly expiresAt: Date | null;
    readonly lastUsedAt: Date | null;
    readonly userId: ID;
    readonly identifier: string;
    readonly channelId: ID;
    readonly token: string;
    readonly code: string;
    readonly held: string;
}

/** From a key to the session that a request with it has. */
@Injectable()
export class MachineSessions {
    private readonly refusals = new PerMinute(MOST_REFUSALS, leftOut =>
        Logger.warn(`${leftOut} more refusals of keys were not written down`, 'AuthMachineKeys'),
    );

    constructor(private readonly connection: TransactionalConnection) {}

    /**
     * @param address - From where the key came.
     * @returns nothing for a key that is none, or is good no more.
     * @throws when PostgreSQL can't be asked: nobody gets in then.
     */
    async sessionOf(key: string, address?: string): Promise<Omit<CachedSession, 'token'> | undefined> {
        const id = idOfKey(key);
        const { manager } = this.connection.rawConnection;
        const [row] = id ? await queryPrepared<Row>(manager, BY_ID, [id]) : [];
        const now = new Date();
        if (!id || !row || !isSame(row.keyHash, hashOf(key)) || (row.expiresAt && row.expiresAt <= now)) {
            await this.noteRefusal(id, row, address);
            return undefined;
        }
        if (!row.lastUsedAt || now.getTime() - row.lastUsedAt.getTime() > USED_AGAIN_AFTER) {
            this.noteUse(id, row.userId, now);
        }
        return sessionFrom(row, now);
    }

    /** Of a key that nobody has, its number may be anything: it is told only where there is such a key. */
    private async noteRefusal(
        id: string | undefined,
        row: Row | undefined,
        address: string | undefined,
    ): Promise<void> {
        if (!this.refusals.take()) {
            return;
        }
        await auditTrail(this.connection.rawConnection).recordApart(undefined, {
            ...{ action: 'use-machine-key', class: 'authentication', status: 'refused' },
            ...(row ? { userId: row.userId } : {}),
            resource: { type: 'EfiMachineKey', ...(row && id ? { id } : {}) },
            detail: { address, reason: row ? 'wrong-or-expired' : 'unknown-or-withdrawn' },
        });
    }

    /** Beside the request, which does not wait for it. */
    private noteUse(id: string, userId: ID, lastUsedAt: Date): void {
        this.connection.rawConnection
            .getRepository(EfiMachineKey)
            .update(id, { lastUsedAt })
            .then(() =>
                auditTrail(this.connection.rawConnection).recordApart(undefined, {
                    ...{ action: 'use-machine-key', class: 'authentication', userId },
                    resource: { type: 'EfiMachineKey', id },
                }),
            )
            .catch((error: unknown) =>
                Logger.error(`The use of a key was not noted: ${String(error)}`, 'AuthMachineKeys'),
            );
    }
}

function sessionFrom(row: Row, now: Date): Omit<CachedSession, 'token'> {
    const expires = new Date(now.getTime() + 3_600_000);
    return {
        // Of no row: Vendure finds nothing to write a cart or a channel to.
        id: -1,
        cacheExpiry: expires.getTime() / 1_000,
        expires,
        activeChannelId: row.channelId,
        authenticationStrategy: MACHINE_KEY_STRATEGY,
        user: {
            id: row.userId,
            identifier: row.identifier,
            verified: true,
            channelPermissions: [
                {
                    id: row.channelId,
                    token: row.token,
                    code: row.code,
                    permissions: permissionsOf(row.scopes, row.held.split(',')) as Permission[],
                },
            ],
        },
    };
}

function isSame(known: string, given: string): boolean {
    return timingSafeEqual(Buffer.from(known), Buffer.from(given));
}
