import type { MigrationInterface, QueryRunner } from 'typeorm';
import { RememberRectified1796720000000 } from './remember-rectified.migration';

class CreateProcessors1796490000000 implements MigrationInterface {
    readonly name = 'CreateProcessors1796490000000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`
            CREATE TABLE efi_gdpr_processor (
                id serial NOT NULL,
                "createdAt" timestamp with time zone NOT NULL DEFAULT now(),
                name character varying NOT NULL,
                url character varying NOT NULL,
                kinds character varying[] NOT NULL,
                "isRequired" boolean NOT NULL DEFAULT true,
                "isActive" boolean NOT NULL DEFAULT true,
                "sealedSecret" text NOT NULL,
                CONSTRAINT pk_efi_gdpr_processor PRIMARY KEY (id)
            );
            CREATE UNIQUE INDEX ux_efi_gdpr_processor_name ON efi_gdpr_processor (name);
            CREATE TABLE efi_gdpr_notice (
                id uuid NOT NULL,
                "createdAt" timestamp with time zone NOT NULL DEFAULT now(),
                "requestId" uuid NOT NULL,
                "processorId" integer NOT NULL,
                state character varying NOT NULL DEFAULT 'WAITING',
                attempts integer NOT NULL DEFAULT 0,
                "nextTryAt" timestamp with time zone NOT NULL DEFAULT now(),
                problem character varying,
                "acknowledgedAt" timestamp with time zone,
                "answeredAt" timestamp with time zone,
                "sealedPerson" text,
                CONSTRAINT pk_efi_gdpr_notice PRIMARY KEY (id)
            );
            CREATE UNIQUE INDEX ux_efi_gdpr_notice_request ON efi_gdpr_notice ("requestId", "processorId");
            CREATE INDEX ix_efi_gdpr_notice_due ON efi_gdpr_notice ("nextTryAt")
                WHERE state IN ('WAITING', 'ACKNOWLEDGED')`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('DROP TABLE efi_gdpr_notice; DROP TABLE efi_gdpr_processor');
    }
}

export const processorMigrations = [CreateProcessors1796490000000, RememberRectified1796720000000];
