import { CreateSealing1795946500000 } from '../encryption/create-sealing.migration';
import { SealNotes1796486000000 } from '../encryption/seal-notes.migration';
import { RememberRotation1796620000000 } from '../encryption/remember-rotation.migration';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { retentionMigrations } from './retention/create-retention.migration';
import { processorMigrations } from './processors/create-processors.migration';
import { mailLinkMigrations } from './by-mail/create-mail-link.migration';
import { RememberLanguage1796870000000 } from './by-mail/remember-language.migration';
import { AnnounceErasures1796880000000 } from './announce-erasures.migration';
import { FindByEmail1796910000000 } from './find-by-email.migration';
import { RememberAddresses1796860000000 } from './remember-addresses.migration';
import { SealHeld1796850000000 } from './seal-held.migration';
import { consentMigrations } from './consent/create-consent.migration';

const TABLES = [
    `CREATE TABLE efi_gdpr_request (
        id uuid NOT NULL,
        "createdAt" timestamp with time zone NOT NULL,
        "updatedAt" timestamp with time zone NOT NULL DEFAULT now(),
        kind character varying NOT NULL,
        state character varying NOT NULL,
        "customerId" integer NOT NULL,
        note text,
        "verifiedAt" timestamp with time zone,
        "verifiedBy" character varying,
        "startsAt" timestamp with time zone NOT NULL,
        "dueAt" timestamp with time zone NOT NULL,
        "extendedBecause" text,
        "refusedBecause" text,
        "endedAt" timestamp with time zone,
        attempts integer NOT NULL DEFAULT 0,
        "nextTryAt" timestamp with time zone,
        subject jsonb,
        certificate text,
        CONSTRAINT pk_efi_gdpr_request PRIMARY KEY (id)
    )`,
    'CREATE INDEX ix_efi_gdpr_request_customer ON efi_gdpr_request ("customerId")',
    `CREATE INDEX ix_efi_gdpr_request_open ON efi_gdpr_request ("startsAt")
        WHERE state IN ('VERIFIED', 'IN_PROGRESS', 'PARTIAL')`,
    `CREATE TABLE efi_gdpr_part (
        "requestId" uuid NOT NULL,
        part character varying NOT NULL,
        state character varying NOT NULL DEFAULT 'WAITING',
        rows integer NOT NULL DEFAULT 0,
        attempts integer NOT NULL DEFAULT 0,
        problem character varying,
        "doneAt" timestamp with time zone,
        CONSTRAINT pk_efi_gdpr_part PRIMARY KEY ("requestId", part)
    )`,
    `CREATE TABLE efi_gdpr_export (
        "requestId" uuid NOT NULL,
        content text NOT NULL,
        "sealedToken" text NOT NULL,
        bytes integer NOT NULL,
        "expiresAt" timestamp with time zone NOT NULL,
        CONSTRAINT pk_efi_gdpr_export PRIMARY KEY ("requestId")
    )`,
    `CREATE TABLE efi_gdpr_legal_hold (
        id serial NOT NULL,
        "createdAt" timestamp with time zone NOT NULL DEFAULT now(),
        "customerId" integer NOT NULL,
        parts character varying[] NOT NULL,
        because text NOT NULL,
        until timestamp with time zone NOT NULL,
        "createdBy" character varying NOT NULL,
        CONSTRAINT pk_efi_gdpr_legal_hold PRIMARY KEY (id)
    )`,
    'CREATE INDEX ix_efi_gdpr_legal_hold_customer ON efi_gdpr_legal_hold ("customerId")',
    `CREATE TABLE efi_gdpr_erasure (
        "subjectHash" character varying NOT NULL,
        "erasedAt" timestamp with time zone NOT NULL DEFAULT now(),
        CONSTRAINT pk_efi_gdpr_erasure PRIMARY KEY ("subjectHash")
    )`,
    `CREATE TABLE efi_gdpr_signing_key (
        kid character varying NOT NULL,
        "createdAt" timestamp with time zone NOT NULL DEFAULT now(),
        "publicJwk" jsonb NOT NULL,
        "sealedPrivateKey" text NOT NULL,
        CONSTRAINT pk_efi_gdpr_signing_key PRIMARY KEY (kid)
    )`,
];

/** No foreign key leads to Vendure's tables: a request outlives what it is about. */
class CreateGdpr1795866451909 implements MigrationInterface {
    readonly name = 'CreateGdpr1795866451909';

    async up(queryRunner: QueryRunner): Promise<void> {
        for (const statement of TABLES) {
            await queryRunner.query(statement);
        }
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        for (const table of ['signing_key', 'erasure', 'legal_hold', 'export', 'part', 'request']) {
            await queryRunner.query(`DROP TABLE efi_gdpr_${table}`);
        }
    }
}

/** The plugin's migrations, oldest first. */
export const gdprMigrations = [
    CreateGdpr1795866451909,
    CreateSealing1795946500000,
    ...consentMigrations,
    ...retentionMigrations,
    SealNotes1796486000000,
    RememberRotation1796620000000,
    ...processorMigrations,
    ...mailLinkMigrations,
    SealHeld1796850000000,
    RememberAddresses1796860000000,
    RememberLanguage1796870000000,
    AnnounceErasures1796880000000,
    FindByEmail1796910000000,
];
