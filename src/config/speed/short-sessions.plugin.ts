import { queryPrepared, type SealedTexts, sealedTexts } from '@efi/plugin-kit';
import type { OnModuleInit } from '@nestjs/common';
import {
    AnonymousSession,
    AuthenticatedSession,
    type CachedSession,
    Channel,
    type ID,
    type Permission,
    PluginCommonModule,
    Role,
    type Session,
    SessionService,
    TransactionalConnection,
    User,
    VendurePlugin,
} from '@vendure/core';

/** What is used of Vendure's service here, which is private to it. */
interface Inside {
    findSessionByToken?(token: string): Promise<Session | undefined>;
    updateSessionExpiry?(session: Session): Promise<void>;
    serializeSession(session: Session): CachedSession;
}

/** What Vendure makes of a session: whose it is, and what they may do where. */
const READ = `
    SELECT session.id, session.token, session.expires, session.type, session."activeOrderId", session."activeChannelId",
           session."authenticationStrategy", "user".id AS "userId", "user".identifier, "user".verified,
           EXISTS (SELECT FROM administrator
                    WHERE administrator."userId" = "user".id AND administrator."deletedAt" IS NULL) AS is_administrator,
           (SELECT json_agg(json_build_object('permissions', role.permissions, 'channels',
                   (SELECT json_agg(json_build_object('id', channel.id, 'code', channel.code, 'token', channel.token))
                      FROM role_channels_channel its JOIN channel ON channel.id = its."channelId"
                     WHERE its."roleId" = role.id)))
              FROM user_roles_role theirs JOIN role ON role.id = theirs."roleId"
             WHERE theirs."userId" = "user".id) AS roles
      FROM session LEFT JOIN "user" ON "user".id = session."userId"
     WHERE session.token = $1 AND session.invalidated = false`;

interface SessionRow {
    readonly id: ID;
    readonly token: string;
    readonly expires: Date;
    readonly type: string;
    readonly activeOrderId: ID | null;
    readonly activeChannelId: ID | null;
    readonly authenticationStrategy: string | null;
    readonly userId: ID | null;
    readonly identifier: string | null;
    readonly verified: boolean | null;
    readonly is_administrator: boolean;
    readonly roles: readonly RoleRow[] | null;
}

interface RoleRow {
    /** With commas between them. */
    readonly permissions: string;
    readonly channels: ReadonlyArray<{
        readonly id: ID;
        readonly code: string;
        readonly token: string;
    }> | null;
}

/** Sessions that this process has just read as an administrator's, and that nobody has asked of yet. */
const justRead = new WeakSet<CachedSession>();

/**
 * Whether the session was read as an administrator's for the request in progress. True once for each reading: whoever
 * asks again, or of a session that comes from a cache, has to look for themselves.
 */
export function wasReadAsAdministrators(session: CachedSession | undefined): boolean {
    return session !== undefined && justRead.delete(session);
}

/**
 * Reads of a session what Vendure goes by, and whether it is an administrator's, in the statement in which Vendure reads
 * the whole account with all that is known of its channels; it is put together by hand, since TypeORM takes longer for it
 * than PostgreSQL. Should Vendure read sessions in another way, it is left to.
 */
@VendurePlugin({ imports: [PluginCommonModule], compatibility: '^3.7.0' })
export class ShortSessionsPlugin implements OnModuleInit {
    private readonly ofAdministrators = new WeakSet<Session>();

    constructor(
        private readonly sessions: SessionService,
        private readonly connection: TransactionalConnection,
    ) {}

    onModuleInit(): void {
        const inside = this.sessions as unknown as Inside;
        if (!inside.findSessionByToken || !inside.updateSessionExpiry) {
            return;
        }
        const prolong = inside.updateSessionExpiry.bind(inside);
        inside.findSessionByToken = async token => {
            const session = await this.read(token);
            if (!session || session.expires <= new Date()) {
                return undefined;
            }
            await prolong(session);
            return session;
        };
        const serialize = inside.serializeSession.bind(inside);
        inside.serializeSession = session => {
            const serialized = serialize(session);
            if (this.ofAdministrators.delete(session)) {
                justRead.add(serialized);
            }
            return serialized;
        };
    }

    private async read(token: string): Promise<Session | undefined> {
        const { rawConnection } = this.connection;
        const [row] = await queryPrepared<SessionRow>(rawConnection.manager, READ, [token]);
        const session = row && sessionOf(row, sealedTexts(rawConnection));
        if (session && row.is_administrator) {
            this.ofAdministrators.add(session);
        }
        return session;
    }
}

/** @returns nothing for a session whose account is gone. */
function sessionOf(row: SessionRow, texts: SealedTexts): Session | undefined {
    const { id, token, expires } = row;
    const common = {
        ...{ id, token, expires, invalidated: false },
        // Nothing, and not undefined, as TypeORM has it.
        ...{ activeOrderId: row.activeOrderId as ID, activeChannelId: row.activeChannelId as ID },
    };
    if (row.type !== AuthenticatedSession.name) {
        return new AnonymousSession(common);
    }
    if (row.userId === null) {
        return undefined;
    }
    const user = new User({
        id: row.userId,
        identifier: texts.open(row.identifier ?? '', 'user.identifier'),
        verified: row.verified ?? false,
        roles: (row.roles ?? []).map(roleOf),
    });
    return new AuthenticatedSession({
        ...common,
        ...{ user, authenticationStrategy: row.authenticationStrategy ?? '' },
    });
}

function roleOf({ permissions, channels }: RoleRow): Role {
    return new Role({
        permissions: (permissions === '' ? [] : permissions.split(',')) as Permission[],
        channels: (channels ?? []).map(channel => new Channel({ ...channel })),
    });
}
