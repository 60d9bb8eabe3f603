import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Vendure has no index on a customer's e-mail address, by which each guest's checkout, each registration, staff and
 * erasures look for one. That of the sealed texts orders them as bytes, which a comparison of plain texts does not.
 */
export class FindByEmail1796910000000 implements MigrationInterface {
    readonly name = 'FindByEmail1796910000000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('CREATE INDEX ix_efi_gdpr_customer_plain_email ON customer ("emailAddress")');
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('DROP INDEX ix_efi_gdpr_customer_plain_email');
    }
}
