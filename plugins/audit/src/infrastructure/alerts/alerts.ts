import { metrics, sealedTexts } from '@efi/plugin-kit';
import { Inject, Injectable } from '@nestjs/common';
import { EventBus, type ID, Logger, TransactionalConnection } from '@vendure/core';
import type { EntityManager } from 'typeorm';
import { AUDIT_OPTIONS, type AuditSettings } from '../../audit.options';
import type { Alert } from '../../domain/alert';
import { CHAIN_BROKEN } from '../../domain/alert-rule';
import { loggerCtx } from '../logger-context';
import { AuditAlertEvent } from './audit-alert.event';
import { type Finding, findPattern } from './find-pattern';

/** So that one process looks at a time. The number is arbitrary and never changes. */
const ALERT_LOCK = 3_716_214_458;

const SELECT = `
    SELECT a.id::text, a.pattern, a.user_id AS "userId", a.address, a.at, a.last_at AS "lastAt", a.count, a.message,
           a.acknowledged_at AS "acknowledgedAt", s.identifier AS "acknowledgedBy", u.identifier AS user
      FROM efi_audit.alert a
      LEFT JOIN "user" u ON u.id::text = a.user_id AND u."deletedAt" IS NULL
      LEFT JOIN "user" s ON s.id::text = a.acknowledged_by`;

/** Looks for patterns in the trail, and keeps what it finds. */
@Injectable()
export class Alerts {
    constructor(
        @Inject(AUDIT_OPTIONS) private readonly options: AuditSettings,
        private readonly connection: TransactionalConnection,
        private readonly events: EventBus,
    ) {}

    /**
     * Looks once, by every rule. What was found before is told again only by something new, after the rule's window.
     *
     * @returns the patterns of new alerts.
     */
    async look(): Promise<string[]> {
        const raised = await this.connection.rawConnection.transaction(async manager => {
            const [lock] = await manager.query<{ held: boolean }[]>(
                `SELECT pg_try_advisory_xact_lock(${ALERT_LOCK}) AS held`,
            );
            if (!lock?.held) {
                return [];
            }
            await manager.query(`DELETE FROM efi_audit.alert WHERE at < now() - interval '1 year'`);
            const ids: string[] = [];
            for (const [pattern, rule] of Object.entries(this.options.alertRules)) {
                const findings = await manager.query<Finding[]>(...findPattern(rule, this.options.timeZone));
                for (const finding of findings) {
                    ids.push(...(await this.keep(manager, pattern, rule.windowMinutes, finding)));
                }
            }
            return ids;
        });
        return this.tell(raised);
    }

    /** Says that the trail was tampered with: once a day, as long as nothing else is found. */
    async chainBroken(message: string): Promise<void> {
        const { rawConnection } = this.connection;
        const rows = await rawConnection.query<{ id: string }[]>(
            `INSERT INTO efi_audit.alert (pattern, last_at, last_entry, count, message)
             SELECT $1::text, now(), 0, 1, $2::text
              WHERE NOT EXISTS (SELECT FROM efi_audit.alert
                                 WHERE pattern = $1 AND message = $2 AND at > now() - interval '1 day')
             RETURNING id::text`,
            [CHAIN_BROKEN, message.slice(0, 1000)],
        );
        await this.tell(rows.map(({ id }) => id));
    }

    /** Newest first, those that nobody has looked at before all others. */
    list(take: number): Promise<Alert[]> {
        return this.read(
            this.connection.rawConnection.manager,
            'ORDER BY a.acknowledged_at IS NOT NULL, a.id DESC LIMIT $1',
            [take],
        );
    }

    async waiting(): Promise<number> {
        const [row] = await this.connection.rawConnection.query<{ n: number }[]>(
            'SELECT count(*)::int AS n FROM efi_audit.alert WHERE acknowledged_at IS NULL',
        );
        return row?.n ?? 0;
    }

    /** @returns nothing when there is no such alert. Who was first stays. */
    async acknowledge(
        manager: EntityManager,
        id: string,
        userId: ID | undefined,
    ): Promise<Alert | undefined> {
        await manager.query(
            `UPDATE efi_audit.alert SET acknowledged_at = now(), acknowledged_by = $2
              WHERE id = $1::bigint AND acknowledged_at IS NULL`,
            [id, userId === undefined ? null : String(userId)],
        );
        const [alert] = await this.read(manager, 'WHERE a.id = $1::bigint', [id]);
        return alert;
    }

    /** With the names of accounts as people know them. */
    private async read(manager: EntityManager, rest: string, parameters: unknown[]): Promise<Alert[]> {
        const alerts = await manager.query<Alert[]>(`${SELECT} ${rest}`, parameters);
        const texts = sealedTexts(this.connection.rawConnection);
        const opened = (name: string | null) => name && texts.open(name, 'user.identifier');
        return alerts.map(alert => ({
            ...alert,
            user: opened(alert.user),
            acknowledgedBy: opened(alert.acknowledgedBy),
        }));
    }

    private async keep(
        manager: EntityManager,
        pattern: string,
        windowMinutes: number,
        { user_id, address, count, last_at, last_entry }: Finding,
    ): Promise<string[]> {
        const [known] = await manager.query<{ id: string; isRecent: boolean; isTold: boolean }[]>(
            `SELECT id::text, at > now() - make_interval(mins => $4) AS "isRecent", last_entry >= $5::bigint AS "isTold"
               FROM efi_audit.alert
              WHERE pattern = $1 AND user_id IS NOT DISTINCT FROM $2::text AND address IS NOT DISTINCT FROM $3::text
              ORDER BY id DESC LIMIT 1`,
            [pattern, user_id, address, windowMinutes, last_entry],
        );
        if (known?.isTold) {
            return [];
        }
        if (known?.isRecent) {
            await manager.query(
                'UPDATE efi_audit.alert SET count = greatest(count, $2), last_at = $3, last_entry = $4 WHERE id = $1',
                [known.id, count, last_at, last_entry],
            );
            return [];
        }
        const rows = await manager.query<{ id: string }[]>(
            `INSERT INTO efi_audit.alert (pattern, user_id, address, last_at, last_entry, count)
             VALUES ($1, $2, $3, $4, $5, $6) RETURNING id::text`,
            [pattern, user_id, address, last_at, last_entry, count],
        );
        return rows.map(({ id }) => id);
    }

    private async tell(ids: readonly string[]): Promise<string[]> {
        if (ids.length === 0) {
            return [];
        }
        const alerts = await this.read(
            this.connection.rawConnection.manager,
            'WHERE a.id = ANY ($1::bigint[])',
            [ids],
        );
        const counter = metrics().counter(
            'efi_audit_alerts_total',
            'Alerts about patterns in the audit trail.',
            ['pattern'],
        );
        for (const alert of alerts) {
            counter.increment({ pattern: alert.pattern });
            Logger.warn(`Alert ${alert.id}, ${alert.pattern}: ${alert.count} entries`, loggerCtx);
            await this.events.publish(new AuditAlertEvent(alert));
        }
        return alerts.map(({ pattern }) => pattern);
    }
}
