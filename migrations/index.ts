import { catalogueIoMigrations } from '@efi/catalogue-io-plugin';
import { contentMigrations } from '@efi/content-plugin';
import { deliveryTimeMigrations } from '@efi/delivery-time-plugin';
import { auditMigrations } from '@efi/audit-plugin';
import { gdprMigrations } from '@efi/gdpr-plugin';
import { searchMigrations } from '@efi/search-plugin';
import { shopCacheMigrations } from '@efi/shop-cache-plugin';
import { restApiMigrations } from '@efi/rest-api-plugin';
import { authMigrations } from '@efi/auth-plugin';
import { fraudMigrations } from '@efi/fraud-plugin';
import { dynamicPricingMigrations } from '@efi/dynamic-pricing-plugin';
import { behaviourMigrations } from '@efi/behaviour-plugin';
import { jobQueueMigrations } from '@efi/job-queue-plugin';
import { mailMigrations } from '@efi/mail-plugin';
import { orderIntegrityMigrations } from '@efi/order-integrity-plugin';
import { paymentsMigrations } from '@efi/payments-plugin';
import { pickUpMigrations } from '@efi/pick-up-plugin';
import type { MigrationClass } from '@efi/plugin-kit';
import { priceHistoryMigrations } from '@efi/price-history-plugin';
import { recommendationsMigrations } from '@efi/recommendations-plugin';
import { slugRedirectsMigrations } from '@efi/slug-redirects-plugin';
import { vatNumberMigrations } from '@efi/vat-number-plugin';
import { VendureCore1764547200000 } from './vendure-core.migration';

/**
 * All migrations of the composed application: Vendure's own schema, then what each plugin exports. TypeORM runs
 * those that a database has not seen, by the timestamp at the end of the class name.
 */
export const migrations: MigrationClass[] = [
    VendureCore1764547200000,
    ...jobQueueMigrations,
    ...mailMigrations,
    ...priceHistoryMigrations,
    ...orderIntegrityMigrations,
    ...paymentsMigrations,
    ...behaviourMigrations,
    ...recommendationsMigrations,
    ...dynamicPricingMigrations,
    ...fraudMigrations,
    ...searchMigrations,
    ...restApiMigrations,
    ...authMigrations,
    ...shopCacheMigrations,
    ...auditMigrations,
    ...gdprMigrations,
    ...catalogueIoMigrations,
    ...slugRedirectsMigrations,
    ...vatNumberMigrations,
    ...contentMigrations,
    ...pickUpMigrations,
    ...deliveryTimeMigrations,
];
