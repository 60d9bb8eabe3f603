import { Injectable } from '@nestjs/common';
import type { BehaviourActType } from '@efi/plugin-kit';
import { type RequestContext, TransactionalConnection } from '@vendure/core';

/** The acts of a kind on a day, in UTC. */
export interface DayCount {
    readonly day: string;
    readonly type: BehaviourActType;
    /** Acts of which more was kept than this count. */
    readonly consented: number;
    readonly withoutConsent: number;
}

@Injectable()
export class BehaviourCounts {
    constructor(private readonly connection: TransactionalConnection) {}

    /** What the channel had in the last `days`, the newest day first. */
    perDay(ctx: RequestContext, days: number): Promise<DayCount[]> {
        return this.connection.rawConnection.query<DayCount[]>(
            `SELECT to_char(day, 'YYYY-MM-DD') AS day, type,
                    coalesce(sum(count) FILTER (WHERE consented), 0)::int AS consented,
                    coalesce(sum(count) FILTER (WHERE NOT consented), 0)::int AS "withoutConsent"
               FROM efi_behaviour_count
              WHERE "channelId" = $1 AND day > (now() AT TIME ZONE 'UTC')::date - $2::int
              GROUP BY day, type ORDER BY day DESC, type`,
            [ctx.channelId, days],
        );
    }
}
