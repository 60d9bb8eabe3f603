import { PersonalData, personalDataOf, setAuditTrail } from '@efi/plugin-kit';
import type { OnModuleInit } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import {
    ConfigService,
    PluginCommonModule,
    TransactionalConnection,
    type Type,
    type VendureConfig,
    VendurePlugin,
} from '@vendure/core';
import { AuditAdminResolver } from './api/audit-admin.resolver';
import { ExportController } from './api/export.controller';
import { AlertsAdminResolver } from './api/alerts-admin.resolver';
import { acknowledgeAlerts, readAudit } from './api/permissions';
import { adminSchema } from './api/schema';
import { AUDIT_OPTIONS, type AuditOptions, resolveOptions } from './audit.options';
import { AlertMails } from './infrastructure/alerts/alert-mails';
import { Alerts } from './infrastructure/alerts/alerts';
import { Anchors } from './infrastructure/chain/anchors';
import { Chainer } from './infrastructure/chain/chainer';
import {
    dropExpiredTask,
    keepSegmentsTask,
    lookForPatternsTask,
    verifyTrailTask,
} from './infrastructure/keeping/audit.tasks';
import { DropExpired } from './infrastructure/keeping/drop-expired';
import { VerifyRegularly } from './infrastructure/keeping/verify-regularly';
import { ReadTrail } from './infrastructure/read-trail';
import { SqlAuditTrail } from './infrastructure/sql-audit-trail';
import { Accounts } from './infrastructure/writing/accounts';
import { CountedLists } from './infrastructure/writing/counted-lists';
import { Denials } from './infrastructure/writing/denials';
import { FailedSignIns } from './infrastructure/writing/failed-sign-ins';
import { MutationInterceptor } from './infrastructure/writing/mutation.interceptor';
import { Snapshots } from './infrastructure/writing/snapshots';
import { Subjects } from './infrastructure/writing/subjects';
import { TellingEvents } from './infrastructure/writing/telling-events';
import { KeepSegments } from './infrastructure/write-once/keep-segments';
import { personalData } from './personal-data';

/**
 * Who did what and when, in a trail that can only be added to and whose changes are found. Needs `auditMigrations`
 * among the application's migrations.
 *
 * @example
 * ```ts
 * plugins: [AuditPlugin.init({ secret: process.env.AUDIT_SECRET, anchorFile: '/var/lib/shop/anchors.jsonl' })],
 * ```
 */
@PersonalData(personalData)
@VendurePlugin({
    imports: [PluginCommonModule],
    providers: [
        {
            provide: AUDIT_OPTIONS,
            useFactory: ({ plugins }: ConfigService) =>
                resolveOptions(AuditPlugin.options, personalDataOf(plugins)),
            inject: [ConfigService],
        },
        SqlAuditTrail,
        Anchors,
        Chainer,
        Snapshots,
        TellingEvents,
        Accounts,
        Subjects,
        FailedSignIns,
        ReadTrail,
        DropExpired,
        Alerts,
        AlertMails,
        VerifyRegularly,
        KeepSegments,
        { provide: APP_INTERCEPTOR, useClass: MutationInterceptor },
    ],
    controllers: [ExportController],
    adminApiExtensions: { schema: adminSchema, resolvers: [AuditAdminResolver, AlertsAdminResolver] },
    configuration: config => {
        config.authOptions.customPermissions.push(readAudit, acknowledgeAlerts);
        config.schedulerOptions.tasks.push(
            ...[verifyTrailTask, dropExpiredTask, lookForPatternsTask, keepSegmentsTask],
        );
        const { apiOptions } = config;
        // A configuration may be used for more than one start.
        if (!countedLists(apiOptions)) {
            apiOptions.apolloServerPlugins = [...apiOptions.apolloServerPlugins, new CountedLists()];
        }
        config.systemOptions.errorHandlers = [...config.systemOptions.errorHandlers, new Denials()];
        return config;
    },
    dashboard: '../src/dashboard/index.tsx',
    compatibility: '^3.7.0',
})
export class AuditPlugin implements OnModuleInit {
    static options: AuditOptions = {};

    constructor(
        private readonly connection: TransactionalConnection,
        private readonly trail: SqlAuditTrail,
        private readonly config: ConfigService,
    ) {}

    onModuleInit(): void {
        setAuditTrail(this.connection.rawConnection, this.trail);
        const lists = countedLists(this.config.apiOptions);
        if (lists) {
            lists.trail = this.trail;
        }
    }

    static init(options: AuditOptions = {}): Type<AuditPlugin> {
        AuditPlugin.options = options;
        return AuditPlugin;
    }
}

function countedLists({ apolloServerPlugins }: VendureConfig['apiOptions']): CountedLists | undefined {
    return apolloServerPlugins?.find(plugin => plugin instanceof CountedLists);
}
