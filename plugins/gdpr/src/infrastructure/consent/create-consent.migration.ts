import type { MigrationInterface, QueryRunner } from 'typeorm';
import { firstTexts } from './first-texts';
import { NameRecentlyViewed1796750000000 } from './name-recently-viewed.migration';

const TABLES = [
    `CREATE TABLE efi_gdpr_consent (
        id bigserial NOT NULL,
        "customerId" integer NOT NULL,
        purpose character varying NOT NULL,
        agreed boolean NOT NULL,
        at timestamp with time zone NOT NULL,
        "endedAt" timestamp with time zone,
        method character varying NOT NULL,
        "textVersion" integer NOT NULL,
        receipt text,
        "recordedBy" character varying,
        because text,
        CONSTRAINT pk_efi_gdpr_consent PRIMARY KEY (id)
    )`,
    `CREATE UNIQUE INDEX ux_efi_gdpr_consent_current ON efi_gdpr_consent ("customerId", purpose)
        WHERE "endedAt" IS NULL`,
    'CREATE INDEX ix_efi_gdpr_consent_customer ON efi_gdpr_consent ("customerId")',
    `CREATE TABLE efi_gdpr_consent_text (
        version integer NOT NULL,
        purpose character varying NOT NULL,
        "languageCode" character varying NOT NULL,
        title character varying NOT NULL,
        text text NOT NULL,
        "publishedAt" timestamp with time zone NOT NULL DEFAULT now(),
        "publishedBy" character varying,
        CONSTRAINT pk_efi_gdpr_consent_text PRIMARY KEY (version, purpose, "languageCode")
    )`,
];

/** Where decisions were kept before, by `@efi/behaviour-plugin`: one place is enough. */
const BEFORE = 'efi_behaviour_consent';

class CreateConsent1796480000000 implements MigrationInterface {
    readonly name = 'CreateConsent1796480000000';

    async up(queryRunner: QueryRunner): Promise<void> {
        for (const statement of TABLES) {
            await queryRunner.query(statement);
        }
        for (const { purpose, languageCode, title, text } of firstTexts) {
            await queryRunner.query(
                `INSERT INTO efi_gdpr_consent_text (version, purpose, "languageCode", title, text)
                 VALUES (1, $1, $2, $3, $4)`,
                [purpose, languageCode, title, text],
            );
        }
        if (await queryRunner.hasTable(BEFORE)) {
            await queryRunner.query(
                `INSERT INTO efi_gdpr_consent ("customerId", purpose, agreed, at, method, "textVersion")
                 SELECT "customerId", 'personalisation', personalisation, "decidedAt", 'banner', 0 FROM ${BEFORE}`,
            );
            await queryRunner.query(`DELETE FROM ${BEFORE}`);
        }
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        if (await queryRunner.hasTable(BEFORE)) {
            await queryRunner.query(
                `INSERT INTO ${BEFORE} ("customerId", personalisation, "decidedAt")
                 SELECT "customerId", agreed, at FROM efi_gdpr_consent
                  WHERE purpose = 'personalisation' AND "endedAt" IS NULL`,
            );
        }
        await queryRunner.query('DROP TABLE efi_gdpr_consent_text');
        await queryRunner.query('DROP TABLE efi_gdpr_consent');
    }
}

export const consentMigrations = [CreateConsent1796480000000, NameRecentlyViewed1796750000000];
