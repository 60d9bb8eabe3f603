import { queryPrepared } from '@efi/plugin-kit';
import { Inject, Injectable } from '@nestjs/common';
import { TransactionalConnection } from '@vendure/core';
import { createHmac } from 'node:crypto';
import { TOKEN_SETTINGS, type TokenSettings } from '../tokens.options';

const ALIVE = 'SELECT 1 AS one FROM session WHERE token = $1 AND NOT invalidated AND expires > $2';

/**
 * The sessions of Vendure that tokens stand for. A session's own token follows from its family and the secret, so no
 * request has to look it up, and it never leaves the server.
 */
@Injectable()
export class TokenSessions {
    constructor(
        private readonly connection: TransactionalConnection,
        @Inject(TOKEN_SETTINGS) private readonly settings: TokenSettings,
    ) {}

    /** The token of the session that a family is bound to. */
    tokenOf(familyId: string): string {
        return createHmac('sha256', this.settings.secrets.sessions).update(familyId).digest('hex');
    }

    /**
     * Whether the session is still there. PostgreSQL is asked each time that the session came from a cache: in Redis
     * or in a server's memory, it may not have heard of its end. It is one look into an index.
     *
     * @throws when PostgreSQL can't be asked: nobody gets in then.
     */
    async isAlive(sessionToken: string): Promise<boolean> {
        const { manager } = this.connection.rawConnection;
        return (await queryPrepared(manager, ALIVE, [sessionToken, new Date()])).length > 0;
    }
}
