import { StaffAlertEvent } from '@efi/plugin-kit';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import {
    ChannelService,
    EventBus,
    Logger,
    RequestContextService,
    TransactionalConnection,
} from '@vendure/core';
import { AUDIT_OPTIONS, type AuditSettings } from '../../audit.options';
import type { Alert } from '../../domain/alert';
import { loggerCtx } from '../logger-context';
import { AuditAlertEvent } from './audit-alert.event';

/** Has alerts sent to those who look after the shop: so many an hour, and the rest is in the Dashboard. */
@Injectable()
export class AlertMails implements OnModuleInit {
    constructor(
        @Inject(AUDIT_OPTIONS) private readonly options: AuditSettings,
        private readonly connection: TransactionalConnection,
        private readonly events: EventBus,
        private readonly contexts: RequestContextService,
        private readonly channels: ChannelService,
    ) {}

    onModuleInit(): void {
        if (this.options.alertMails.to.length > 0) {
            this.events.ofType(AuditAlertEvent).subscribe(({ alert }) => {
                this.tell(alert).catch((error: unknown) =>
                    Logger.error(`Alert ${alert.id} could not be sent: ${String(error)}`, loggerCtx),
                );
            });
        }
    }

    private async tell(alert: Alert): Promise<void> {
        const { to, mostPerHour } = this.options.alertMails;
        const before = await this.inTheHourBefore(alert.id);
        if (before >= mostPerHour) {
            return;
        }
        const channel = await this.channels.getDefaultChannel();
        const ctx = await this.contexts.create({ apiType: 'admin', channelOrToken: channel });
        const { pattern, count, user, address, message } = alert;
        await this.events.publish(
            new StaffAlertEvent(ctx, to, {
                ...{ pattern, count, at: alert.lastAt, timeZone: this.options.timeZone },
                ...{ account: user, address, message, isLast: before === mostPerHour - 1 },
            }),
        );
    }

    /** Of all processes: whichever finds an alert, the same ones are sent. */
    private async inTheHourBefore(id: string): Promise<number> {
        const [row] = await this.connection.rawConnection.query<{ n: number }[]>(
            `SELECT count(*)::int AS n FROM efi_audit.alert a JOIN efi_audit.alert own ON own.id = $1::bigint
              WHERE a.id < own.id AND a.at > own.at - interval '1 hour'`,
            [id],
        );
        return row?.n ?? 0;
    }
}
