import { PersonalData, RestRoutes } from '@efi/plugin-kit';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import {
    I18nService,
    PluginCommonModule,
    TransactionalConnection,
    type Type,
    VendurePlugin,
} from '@vendure/core';
import { concatAST } from 'graphql';
import {
    ConsentAdminResolver,
    ConsentRecordAdminResolver,
    ConsentVersionResolver,
} from './api/consent-admin.resolver';
import { consentAdminSchema, consentShopSchema } from './api/consent-schema';
import { ConsentRecordResolver, ConsentShopResolver, ConsentTextResolver } from './api/consent-shop.resolver';
import { consentRoutes } from './api/consent.routes';
import {
    ByMailResolver,
    CancelByMailResultResolver,
    ConfirmByMailResultResolver,
    MailedRequestResolver,
} from './api/by-mail.resolver';
import { byMailRoutes } from './api/by-mail.routes';
import { byMailSchema } from './api/by-mail-schema';
import { EncryptionAdminResolver, encryptionAdminSchema } from './api/encryption.resolver';
import { ExportsController } from './api/exports.controller';
import {
    GlanceAdminResolver,
    glanceAdminSchema,
    GlanceResolver,
    LookResultResolver,
} from './api/glance.resolver';
import { GpcInterceptor } from './api/gpc.interceptor';
import { messages } from './api/messages';
import { managePrivacy, openHeldData, readPrivacy } from './api/permissions';
import {
    HoldResultResolver,
    LegalHoldResolver,
    PrivacyAdminResolver,
    PrivacyRequestAdminResolver,
} from './api/privacy-admin.resolver';
import {
    PrivacyRequestResultResolver,
    PrivacyRequestShopResolver,
    PrivacyShopResolver,
} from './api/privacy-shop.resolver';
import { adminSchema, shopSchema } from './api/schema';
import { RetentionAdminResolver, retentionAdminSchema } from './api/retention.resolver';
import { HeldDataAdminResolver, heldDataAdminSchema, OpenHeldResultResolver } from './api/held-data.resolver';
import { processorsAdminSchema } from './api/processors-schema';
import {
    PrivacyNoticeResolver,
    ProcessorResultResolver,
    ProcessorsAdminResolver,
    ProcessorSecretResultResolver,
    RequestNoticesResolver,
} from './api/processors.resolver';
import { processorRoutes } from './api/processors.routes';
import { usersRoutes } from './api/users.routes';
import { Sealing } from './encryption/sealing';
import { GDPR_OPTIONS, type GdprOptions, type ResolvedGdprOptions, resolveOptions } from './gdpr.options';
import { OutcomeMails } from './infrastructure/by-mail/outcome-mails';
import { MailRequests } from './infrastructure/by-mail/mail-requests';
import { Certificates } from './infrastructure/certificates';
import { ConsentTexts } from './infrastructure/consent/consent-texts';
import { AtOnce } from './infrastructure/at-once';
import { Consents } from './infrastructure/consent/consents';
import { GdprConsentLedger } from './infrastructure/consent/ledger';
import { gdprEntities } from './infrastructure/entities';
import { ErasureLog } from './infrastructure/erasure-log';
import { ErasureMarks } from './infrastructure/erasure-marks';
import { Erasures } from './infrastructure/erasures';
import { Exports } from './infrastructure/exports';
import { MentionedAgain } from './infrastructure/mentioned-again';
import { FormerAddresses } from './infrastructure/former-addresses';
import { HeldData } from './infrastructure/held-data';
import { LegalHolds } from './infrastructure/legal-holds';
import { People } from './infrastructure/people';
import { PersonalDataGlance } from './infrastructure/personal-data-glance';
import { PersonalParts } from './infrastructure/personal-parts';
import { PrivacyRequests } from './infrastructure/privacy-requests';
import { privacyRequestsTask } from './infrastructure/privacy-requests.task';
import { ReplayErasures } from './infrastructure/replay-erasures';
import { RequestDesk } from './infrastructure/request-desk';
import { RequestQueue } from './infrastructure/request-queue';
import { RequestRegister } from './infrastructure/request-register';
import { RequestRunner } from './infrastructure/request-runner';
import { Retention } from './infrastructure/retention/retention';
import { retentionTask } from './infrastructure/retention/retention.task';
import { Staff } from './infrastructure/staff';
import { DeliverNotices } from './infrastructure/processors/deliver-notices';
import { Notices } from './infrastructure/processors/notices';
import { Processors } from './infrastructure/processors/processors';
import { Recipients } from './infrastructure/processors/recipients';
import { Rectifications } from './infrastructure/processors/rectifications';
import { personalData } from './personal-data';

/**
 * What a shop owes the people whose data it has: knowing what it keeps, giving it out and erasing it. Needs
 * `gdprMigrations` among the application's migrations.
 *
 * @example
 * ```ts
 * plugins: [GdprPlugin.init({ secret: process.env.SECRET, erasureLog: '/backup/erasures.log' })],
 * ```
 */
@PersonalData(personalData)
@RestRoutes(() => [...usersRoutes, ...byMailRoutes, ...consentRoutes, ...processorRoutes])
@VendurePlugin({
    imports: [PluginCommonModule],
    entities: gdprEntities,
    providers: [
        { provide: GDPR_OPTIONS, useFactory: () => resolveOptions(GdprPlugin.options) },
        {
            provide: Sealing,
            inject: [TransactionalConnection, GDPR_OPTIONS],
            useFactory: ({ rawConnection }: TransactionalConnection, { encryption }: ResolvedGdprOptions) =>
                Sealing.open(rawConnection, encryption),
        },
        People,
        FormerAddresses,
        PersonalParts,
        Exports,
        Certificates,
        AtOnce,
        ErasureLog,
        ErasureMarks,
        Erasures,
        MentionedAgain,
        ReplayErasures,
        RequestRunner,
        RequestQueue,
        PrivacyRequests,
        MailRequests,
        OutcomeMails,
        RequestDesk,
        RequestRegister,
        LegalHolds,
        HeldData,
        PersonalDataGlance,
        Staff,
        GdprConsentLedger,
        ConsentTexts,
        Consents,
        Retention,
        Processors,
        Recipients,
        Notices,
        DeliverNotices,
        Rectifications,
        { provide: APP_INTERCEPTOR, useClass: GpcInterceptor },
    ],
    controllers: [ExportsController],
    shopApiExtensions: {
        schema: concatAST([shopSchema, byMailSchema, consentShopSchema]),
        resolvers: [
            PrivacyShopResolver,
            ByMailResolver,
            MailedRequestResolver,
            ConfirmByMailResultResolver,
            CancelByMailResultResolver,
            PrivacyRequestShopResolver,
            PrivacyRequestResultResolver,
            ConsentShopResolver,
            ConsentRecordResolver,
            ConsentTextResolver,
        ],
    },
    adminApiExtensions: {
        schema: concatAST([
            adminSchema,
            consentAdminSchema,
            retentionAdminSchema,
            encryptionAdminSchema,
            glanceAdminSchema,
            processorsAdminSchema,
            heldDataAdminSchema,
        ]),
        resolvers: [
            PrivacyAdminResolver,
            PrivacyRequestAdminResolver,
            PrivacyRequestResultResolver,
            HoldResultResolver,
            HeldDataAdminResolver,
            OpenHeldResultResolver,
            LegalHoldResolver,
            EncryptionAdminResolver,
            GlanceAdminResolver,
            GlanceResolver,
            LookResultResolver,
            ConsentAdminResolver,
            ConsentRecordAdminResolver,
            ConsentVersionResolver,
            RetentionAdminResolver,
            ProcessorsAdminResolver,
            ProcessorResultResolver,
            ProcessorSecretResultResolver,
            PrivacyNoticeResolver,
            RequestNoticesResolver,
            ConsentRecordResolver,
            ConsentTextResolver,
        ],
    },
    configuration: config => {
        config.authOptions.customPermissions.push(readPrivacy, managePrivacy, openHeldData);
        config.schedulerOptions.tasks = [
            ...(config.schedulerOptions.tasks ?? []),
            privacyRequestsTask,
            retentionTask,
        ];
        return config;
    },
    dashboard: '../src/dashboard/index.tsx',
    compatibility: '^3.7.0',
})
export class GdprPlugin implements OnApplicationBootstrap {
    static options: GdprOptions | undefined;

    constructor(
        private readonly i18n: I18nService,
        private readonly replay: ReplayErasures,
    ) {}

    /** Before the server listens and the worker takes jobs. */
    async onApplicationBootstrap(): Promise<void> {
        for (const language of ['en', 'de', 'fr'] as const) {
            this.i18n.addTranslation(language, messages[language]);
        }
        await this.replay.run();
    }

    static init(options: GdprOptions): Type<GdprPlugin> {
        GdprPlugin.options = options;
        return GdprPlugin;
    }
}
