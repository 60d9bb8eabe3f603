import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Addresses of mail that were replaced, so that an erasure finds what names somebody by one of them. */
export class RememberAddresses1796860000000 implements MigrationInterface {
    readonly name = 'RememberAddresses1796860000000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE efi_gdpr_former_address (
            id serial NOT NULL,
            "replacedAt" timestamp with time zone NOT NULL DEFAULT now(),
            "customerId" integer NOT NULL,
            address text NOT NULL,
            CONSTRAINT pk_efi_gdpr_former_address PRIMARY KEY (id)
        )`);
        await queryRunner.query(
            'CREATE INDEX ix_efi_gdpr_former_address_customer ON efi_gdpr_former_address ("customerId")',
        );
        await queryRunner.query(
            `CREATE TRIGGER efi_gdpr_keep_spent_keys AFTER DELETE OR UPDATE OF address ON efi_gdpr_former_address
                FOR EACH ROW EXECUTE FUNCTION efi_gdpr_keep_spent_keys('customer', 'customerId')`,
        );
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('DROP TABLE efi_gdpr_former_address');
    }
}
