import { PersonalData, setAuditTrail } from '@efi/plugin-kit';
import type { OnModuleInit } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { PluginCommonModule, TransactionalConnection, type Type, VendurePlugin } from '@vendure/core';
import { AUDIT_OPTIONS, type AuditOptions, resolveOptions } from './audit.options';
import { Anchors } from './infrastructure/chain/anchors';
import { Chainer } from './infrastructure/chain/chainer';
import { SqlAuditTrail } from './infrastructure/sql-audit-trail';
import { Denials } from './infrastructure/writing/denials';
import { MutationInterceptor } from './infrastructure/writing/mutation.interceptor';
import { Snapshots } from './infrastructure/writing/snapshots';
import { TellingEvents } from './infrastructure/writing/telling-events';
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
        { provide: AUDIT_OPTIONS, useFactory: () => resolveOptions(AuditPlugin.options) },
        SqlAuditTrail,
        Anchors,
        Chainer,
        Snapshots,
        TellingEvents,
        { provide: APP_INTERCEPTOR, useClass: MutationInterceptor },
    ],
    configuration: config => {
        config.systemOptions.errorHandlers = [...config.systemOptions.errorHandlers, new Denials()];
        return config;
    },
    compatibility: '^3.7.0',
})
export class AuditPlugin implements OnModuleInit {
    static options: AuditOptions = {};

    constructor(
        private readonly connection: TransactionalConnection,
        private readonly trail: SqlAuditTrail,
    ) {}

    onModuleInit(): void {
        setAuditTrail(this.connection.rawConnection, this.trail);
    }

    static init(options: AuditOptions = {}): Type<AuditPlugin> {
        AuditPlugin.options = options;
        return AuditPlugin;
    }
}
