import type { MigrationInterface, QueryRunner } from 'typeorm';

class CreateMailLink1796730000000 implements MigrationInterface {
    readonly name = 'CreateMailLink1796730000000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`
            CREATE TABLE efi_gdpr_mail_link (
                "tokenHash" character varying NOT NULL,
                "createdAt" timestamp with time zone NOT NULL DEFAULT now(),
                "expiresAt" timestamp with time zone NOT NULL,
                "customerId" integer NOT NULL,
                "addressHash" character varying NOT NULL,
                kind character varying NOT NULL,
                note text,
                "requestId" uuid,
                CONSTRAINT pk_efi_gdpr_mail_link PRIMARY KEY ("tokenHash")
            );
            CREATE INDEX ix_efi_gdpr_mail_link_customer ON efi_gdpr_mail_link ("customerId");
            CREATE INDEX ix_efi_gdpr_mail_link_expires ON efi_gdpr_mail_link ("expiresAt")`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('DROP TABLE efi_gdpr_mail_link');
    }
}

export const mailLinkMigrations = [CreateMailLink1796730000000];
