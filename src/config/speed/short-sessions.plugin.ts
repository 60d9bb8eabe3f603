import type { OnModuleInit } from '@nestjs/common';
import {
    type CachedSession,
    PluginCommonModule,
    Session,
    SessionService,
    TransactionalConnection,
    VendurePlugin,
} from '@vendure/core';

/** What is used of Vendure's service here, which is private to it. */
interface Inside {
    findSessionByToken?(token: string): Promise<Session | undefined>;
    updateSessionExpiry?(session: Session): Promise<void>;
    serializeSession(session: Session): CachedSession;
}

/** What Vendure makes of a session: whose it is, and what they may do where. */
const USED = [
    'session',
    ...['user.id', 'user.identifier', 'user.verified'],
    ...['roles.id', 'roles.permissions'],
    ...['channels.id', 'channels.code', 'channels.token'],
];

const IS_ADMINISTRATOR = `EXISTS (SELECT FROM administrator
    WHERE administrator."userId" = "user".id AND administrator."deletedAt" IS NULL)`;

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
 * the whole account with all that is known of its channels. Should Vendure read sessions in another way, it is left to.
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
        const { entities, raw } = await this.connection.rawConnection
            .getRepository(Session)
            .createQueryBuilder('session')
            .leftJoin('session.user', 'user')
            .leftJoin('user.roles', 'roles')
            .leftJoin('roles.channels', 'channels')
            .select(USED)
            .addSelect(IS_ADMINISTRATOR, 'is_administrator')
            .where('session.token = :token', { token })
            .andWhere('session.invalidated = false')
            .getRawAndEntities<{ is_administrator: boolean }>();
        const [session] = entities;
        if (session && raw[0]?.is_administrator) {
            this.ofAdministrators.add(session);
        }
        return session;
    }
}
