import { Injectable } from '@nestjs/common';
import { type Permission, type RequestContext, TransactionalConnection, User } from '@vendure/core';
import { randomUUID } from 'node:crypto';
import { hashOf } from '../../tokens/tokens.options';
import { faultOf, type KeyFault, type KeyRequest } from '../domain/scopes';
import { makeKey } from './key-text';
import { EfiMachineKey } from './machine-key.entity';

export type NewKey =
    | { readonly ok: true; readonly key: string; readonly machineKey: EfiMachineKey }
    | { readonly ok: false; readonly fault: KeyFault };

/** Makes keys, lists and withdraws them, for the channel of the request. */
@Injectable()
export class MachineKeys {
    constructor(private readonly connection: TransactionalConnection) {}

    /** Newest first. */
    list(ctx: RequestContext): Promise<EfiMachineKey[]> {
        return this.connection
            .getRepository(ctx, EfiMachineKey)
            .find({ where: { channelId: ctx.channelId }, order: { createdAt: 'DESC', id: 'ASC' } });
    }

    /** The identifier of whoever made a key. */
    async makerOf(ctx: RequestContext, { creatorId }: EfiMachineKey): Promise<string> {
        const maker = await this.connection.getRepository(ctx, User).findOneBy({ id: creatorId });
        return maker?.identifier ?? '';
    }

    /** Makes a key with an account of its own. The key can't be had again. Needs a transaction. */
    async create(ctx: RequestContext, request: KeyRequest): Promise<NewKey> {
        const held = ctx.session?.user?.channelPermissions.find(({ id }) => id === ctx.channelId);
        const now = new Date();
        const fault = faultOf(request, held?.permissions ?? [], now);
        const creatorId = ctx.activeUserId;
        if (fault || creatorId === undefined) {
            return { ok: false, fault: fault ?? 'SCOPE_NOT_HELD' };
        }
        const id = randomUUID();
        const key = makeKey(id);
        const user = await this.connection
            .getRepository(ctx, User)
            .save(new User({ identifier: `machine-key:${id}`, verified: true, roles: [] }));
        const machineKey = this.connection.getRepository(ctx, EfiMachineKey).create({
            ...{ id, createdAt: now, name: request.name.trim(), keyHash: hashOf(key) },
            scopes: [...new Set(request.scopes)] as Permission[],
            ...{ channelId: ctx.channelId, userId: user.id, creatorId },
            ...{ expiresAt: request.expiresAt ?? null, lastUsedAt: null, revokedAt: null },
        });
        await this.connection.getRepository(ctx, EfiMachineKey).insert(machineKey);
        return { ok: true, key, machineKey };
    }

    /** Withdraws a key of the channel, at once and for good. Nothing happens to one that is withdrawn already. */
    async revoke(ctx: RequestContext, id: string): Promise<EfiMachineKey | undefined> {
        const keys = this.connection.getRepository(ctx, EfiMachineKey);
        const key = await keys.findOneBy({ id, channelId: ctx.channelId });
        if (key && !key.revokedAt) {
            key.revokedAt = new Date();
            await keys.update(id, { revokedAt: key.revokedAt });
        }
        return key ?? undefined;
    }
}
