import { asSystem } from '@efi/plugin-kit';
import type { DataSource } from 'typeorm';
import { LRUCache } from 'lru-cache';
import type { CustomerSessions } from '../shop-cache.options';

/** Who gets the same answers. `undefined`: only the asker, so nothing is kept. */
export type Audience = { readonly groups: string } | undefined;

/** Everybody who is in no customer group: guests, and customers without one. */
export const EVERYBODY: Audience = { groups: '' };

interface SessionRow {
    readonly userId: unknown;
    readonly customerId: unknown;
    readonly groups: string | null;
}

const SESSION = `
    SELECT s."userId", c.id AS "customerId",
           (SELECT string_agg(g."customerGroupId"::text, ',' ORDER BY g."customerGroupId")
              FROM customer_groups_customer_group g WHERE g."customerId" = c.id) AS groups
      FROM session s
      LEFT JOIN customer c ON c."userId" = s."userId" AND c."deletedAt" IS NULL
     WHERE s.token = $1 AND NOT s.invalidated AND s.expires > $2::timestamp`;

/**
 * Tells whose answers a session may share. A session belongs to one guest or user for as long as it lives, so that
 * those in no group are remembered until a group's members change; those in a group are asked for each time.
 */
export class SessionAudience {
    private readonly ordinary = new LRUCache<string, true>({ max: 50_000 });
    private generation = 0;

    constructor(
        private readonly dataSource: DataSource,
        private readonly sessions: CustomerSessions,
    ) {}

    /** For when members of groups have changed, or may have. */
    forget(): void {
        this.generation++;
        this.ordinary.clear();
    }

    /** Without a question to the database, where that is possible. */
    known(token: string): Audience {
        return this.sessions !== 'never' && this.ordinary.get(token) ? EVERYBODY : undefined;
    }

    async of(token: string): Promise<Audience> {
        if (this.sessions === 'never') {
            return undefined;
        }
        const { generation } = this;
        const [session] = await asSystem(() =>
            this.dataSource.query<SessionRow[]>(SESSION, [token, new Date()]),
        );
        // Of a session that is over, Vendure takes the token back. An administrator is no shopper.
        if (!session || (session.userId !== null && session.customerId === null)) {
            return undefined;
        }
        if (session.groups !== null) {
            return this.sessions === 'by-group' ? { groups: session.groups } : undefined;
        }
        if (generation === this.generation) {
            this.ordinary.set(token, true);
        }
        return EVERYBODY;
    }
}
