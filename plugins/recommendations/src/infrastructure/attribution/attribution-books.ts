import { Injectable } from '@nestjs/common';
import { TransactionalConnection } from '@vendure/core';
import type { Ticket } from '../../domain/attribution/ticket';
import type { Placement } from '../../domain/serving/placement';

/** A purchase within this time of the click is owed to the list. */
const ATTRIBUTION = `interval '1 day'`;

/** Lists by what became of them. */
export interface OutcomeRow {
    readonly placement: Placement;
    /** Zero: popularity alone. */
    readonly modelId: number;
    /** Lists that can be followed, and how many of them led to a click, a cart, a purchase. */
    readonly shown: number;
    readonly clicked: number;
    readonly inCart: number;
    readonly bought: number;
    /** Of people who did not agree to be counted: lists, and clicks. */
    readonly anonymousShown: number;
    readonly anonymousClicks: number;
}

export interface ArmRow {
    readonly arm: 'IN_PLACE' | 'CHALLENGER';
    readonly shown: number;
    readonly clicked: number;
    readonly inCart: number;
    readonly bought: number;
}

/** What became of the lists, in PostgreSQL. */
@Injectable()
export class AttributionBooks {
    constructor(private readonly connection: TransactionalConnection) {}

    /** Counts a list, or a click, of somebody of whom nothing is kept. */
    async count({ channelId, placement, modelId }: Ticket, at: Date, isClick: boolean): Promise<void> {
        await this.query(
            `INSERT INTO efi_recommendation_count AS c (day, "channelId", placement, "modelId", shown, clicked)
             VALUES (($1::timestamptz AT TIME ZONE 'UTC')::date, $2, $3, $4, $5, $6)
             ON CONFLICT (day, "channelId", placement, "modelId") DO UPDATE
                SET shown = c.shown + excluded.shown, clicked = c.clicked + excluded.clicked`,
            [at, channelId, placement, modelId, isClick ? 0 : 1, isClick ? 1 : 0],
        );
    }

    /** Notes that a list was shown, or clicked. Saying so twice changes nothing. */
    async follow(ticket: Ticket, session: string, at: Date, clicked: number | undefined): Promise<void> {
        const { list, channelId, placement, modelId, experiment } = ticket;
        await this.query(
            `INSERT INTO efi_recommendation_list AS l
                    (id, session, "channelId", placement, "modelId", "experimentId", arm, "shownAt", clicked)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
             ON CONFLICT (id) DO UPDATE SET clicked = l.clicked || excluded.clicked
              WHERE NOT l.clicked @> excluded.clicked AND l.session = excluded.session`,
            [
                list,
                session,
                channelId,
                placement,
                modelId,
                experiment?.id ?? null,
                experiment?.arm ?? null,
                at,
                clicked === undefined ? [] : [clicked],
            ],
        );
    }

    /** The latest list where the session clicked the product is what led to it. */
    async noteInCart(session: string, productId: number, at: Date): Promise<void> {
        await this.query(
            `UPDATE efi_recommendation_list SET "inCart" = "inCart" || $2::int
              WHERE id = (SELECT id FROM efi_recommendation_list
                           WHERE session = $1 AND $2 = ANY(clicked)
                             AND "shownAt" BETWEEN $3::timestamptz - ${ATTRIBUTION} AND $3
                           ORDER BY "shownAt" DESC LIMIT 1)
                AND NOT $2 = ANY("inCart")`,
            [session, productId, at],
        );
    }

    async noteBought(session: string, productIds: readonly number[], at: Date): Promise<void> {
        await this.query(
            `UPDATE efi_recommendation_list l
                SET bought = ARRAY(SELECT unnest(l.bought) UNION SELECT unnest(l."inCart")
                                   INTERSECT SELECT unnest($2::int[]))
              WHERE session = $1 AND "inCart" && $2::int[]
                AND "shownAt" BETWEEN $3::timestamptz - ${ATTRIBUTION} AND $3`,
            [session, productIds, at],
        );
    }

    /** What became of the lists of a channel since a moment. */
    outcomes(channelId: number, since: Date): Promise<OutcomeRow[]> {
        return this.query<OutcomeRow>(
            `SELECT placement, "modelId", sum(shown)::int AS shown, sum(clicked)::int AS clicked,
                    sum("inCart")::int AS "inCart", sum(bought)::int AS bought,
                    sum("anonymousShown")::int AS "anonymousShown", sum("anonymousClicks")::int AS "anonymousClicks"
               FROM (
                 SELECT placement, "modelId", count(*) AS shown, count(*) FILTER (WHERE clicked <> '{}') AS clicked,
                        count(*) FILTER (WHERE "inCart" <> '{}') AS "inCart",
                        count(*) FILTER (WHERE bought <> '{}') AS bought,
                        0 AS "anonymousShown", 0 AS "anonymousClicks"
                   FROM efi_recommendation_list WHERE "channelId" = $1 AND "shownAt" >= $2
                  GROUP BY 1, 2
                 UNION ALL
                 SELECT placement, "modelId", 0, 0, 0, 0, sum(shown), sum(clicked)
                   FROM efi_recommendation_count
                  WHERE "channelId" = $1 AND day >= ($2::timestamptz AT TIME ZONE 'UTC')::date
                  GROUP BY 1, 2
               ) both_kinds
              GROUP BY 1, 2 ORDER BY placement, "modelId" DESC`,
            [channelId, since],
        );
    }

    /** Both sides of an experiment, over all channels. */
    arms(experimentId: number): Promise<ArmRow[]> {
        return this.query<ArmRow>(
            `SELECT arm, count(*)::int AS shown, count(*) FILTER (WHERE clicked <> '{}')::int AS clicked,
                    count(*) FILTER (WHERE "inCart" <> '{}')::int AS "inCart",
                    count(*) FILTER (WHERE bought <> '{}')::int AS bought
               FROM efi_recommendation_list WHERE "experimentId" = $1 GROUP BY arm`,
            [experimentId],
        );
    }

    /** @returns How many lists were forgotten. */
    async deleteOlderThan(days: number): Promise<number> {
        const [, deleted] = await this.connection.rawConnection.query<[unknown[], number]>(
            'DELETE FROM efi_recommendation_list WHERE "shownAt" < now() - make_interval(days => $1)',
            [days],
        );
        return deleted;
    }

    private query<Row>(sql: string, parameters: unknown[]): Promise<Row[]> {
        return this.connection.rawConnection.query<Row[]>(sql, parameters);
    }
}
