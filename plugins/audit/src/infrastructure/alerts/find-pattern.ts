import type { AlertRule } from '../../domain/alert-rule';

/** Somebody, or all, that a rule holds for. */
export interface Finding {
    readonly user_id: string | null;
    readonly address: string | null;
    readonly count: number;
    readonly last_at: Date;
    readonly last_entry: string;
}

/** Of an account that nobody is signed in to yet, the one that was tried. */
const ACCOUNT = `coalesce(e.user_id, CASE WHEN e.resource_type = 'User' THEN e.resource_id END)`;

const KEYS = {
    account: [ACCOUNT, 'NULL::text'],
    address: ['NULL::text', 'e.address'],
    all: ['NULL::text', 'NULL::text'],
} as const;

/**
 * SQL for what a rule finds now, with its parameters. The partitions of a month or two are all that it reads.
 *
 * @param timeZone - Of the shop's day.
 */
export function findPattern(rule: AlertRule, timeZone: string): [sql: string, parameters: unknown[]] {
    const parameters: unknown[] = [rule.windowMinutes];
    const conditions = [`e.at > now() - make_interval(mins => $1)`];
    const where = (value: unknown, sql: (parameter: string) => string) => {
        if (value !== undefined) {
            parameters.push(value);
            conditions.push(sql(`$${parameters.length}`));
        }
    };
    where(rule.actions, n => `e.action = ANY (${n}::text[])`);
    where(rule.statuses, n => `e.status = ANY (${n}::text[])`);
    where(rule.actorKinds, n => `e.actor_kind = ANY (${n}::text[])`);
    where(rule.changed, n => `e.after ?| ${n}::text[]`);
    if (rule.hours) {
        const { from, to } = rule.hours;
        parameters.push(timeZone, from, to);
        const [zone, first, end] = [-2, -1, 0].map(n => `$${parameters.length + n}`);
        const hour = `extract(hour FROM e.at AT TIME ZONE ${zone}::text)`;
        conditions.push(
            `CASE WHEN ${first}::int > ${end}::int THEN ${hour} >= ${first}::int OR ${hour} < ${end}::int
                  ELSE ${hour} >= ${first}::int AND ${hour} < ${end}::int END`,
        );
    }
    const [user, address] = KEYS[rule.by];
    if (rule.by !== 'all') {
        conditions.push(`${rule.by === 'account' ? user : address} IS NOT NULL`);
    }
    parameters.push(rule.threshold);
    const count = `count(${rule.counted === 'accounts' ? `DISTINCT ${ACCOUNT}` : '*'})`;
    return [
        `SELECT ${user} AS user_id, ${address} AS address, ${count}::int AS count, max(e.at) AS last_at, max(e.id)::text AS last_entry
           FROM efi_audit.entry e WHERE ${conditions.join(' AND ')}
          GROUP BY 1, 2 HAVING ${count} >= $${parameters.length}::int`,
        parameters,
    ];
}
