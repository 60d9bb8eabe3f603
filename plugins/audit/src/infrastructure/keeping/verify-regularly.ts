import { metrics } from '@efi/plugin-kit';
import { Inject, Injectable } from '@nestjs/common';
import { Logger, TransactionalConnection } from '@vendure/core';
import { AUDIT_OPTIONS, type AuditSettings } from '../../audit.options';
import { Alerts } from '../alerts/alerts';
import { publishedAnchors } from '../chain/anchor-file';
import { trustedKeys } from '../chain/anchor-key';
import type { TrailReport } from '../chain/fault';
import { verifyTrail } from '../chain/verify-trail';
import { loggerCtx } from '../logger-context';

/** Verifies the trail from within the application, and keeps what was found. */
@Injectable()
export class VerifyRegularly {
    constructor(
        @Inject(AUDIT_OPTIONS) private readonly options: AuditSettings,
        private readonly connection: TransactionalConnection,
        private readonly alerts: Alerts,
    ) {}

    async run(): Promise<TrailReport> {
        const report = await this.verify();
        await this.connection.rawConnection.query(
            'INSERT INTO efi_audit.verification (ok, report) VALUES ($1, $2)',
            [report.ok, JSON.stringify(report)],
        );
        metrics()
            .counter('efi_audit_verifications_total', 'Verifications of the audit trail.', ['outcome'])
            .increment({ outcome: report.ok ? 'whole' : 'tampered' });
        if (!report.ok) {
            Logger.error(`The audit trail was tampered with. ${report.first?.message}`, loggerCtx);
            await this.alerts.chainBroken(report.first?.message ?? 'The trail was tampered with');
        }
        return report;
    }

    private async verify(): Promise<TrailReport> {
        const { secret, earlierKeys, anchorFile } = this.options;
        const runner = this.connection.rawConnection.createQueryRunner();
        try {
            return await verifyTrail(
                async <Row>(sql: string, parameters: readonly unknown[] = []) =>
                    (await runner.query(sql, [...parameters])) as Row[],
                {
                    keys: trustedKeys(secret, earlierKeys),
                    ...(anchorFile === undefined ? {} : { published: publishedAnchors(anchorFile) }),
                },
            );
        } finally {
            await runner.release();
        }
    }
}
