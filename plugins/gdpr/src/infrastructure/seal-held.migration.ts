import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Legal holds get a key each, and what is held lies sealed under it once the person is erased. */
export class SealHeld1796850000000 implements MigrationInterface {
    readonly name = 'SealHeld1796850000000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('ALTER TABLE efi_gdpr_legal_hold ADD "sealedKey" text');
        await queryRunner.query(`CREATE TABLE efi_gdpr_held (
            "holdId" integer NOT NULL,
            part character varying NOT NULL,
            content text NOT NULL,
            CONSTRAINT pk_efi_gdpr_held PRIMARY KEY ("holdId", part)
        )`);
        await queryRunner.query(
            `CREATE TRIGGER efi_gdpr_keep_spent_keys AFTER DELETE OR UPDATE OF "sealedKey" ON efi_gdpr_legal_hold
                FOR EACH ROW EXECUTE FUNCTION efi_gdpr_keep_spent_keys('customer', 'customerId')`,
        );
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('DROP TRIGGER efi_gdpr_keep_spent_keys ON efi_gdpr_legal_hold');
        await queryRunner.query('DROP TABLE efi_gdpr_held');
        await queryRunner.query('ALTER TABLE efi_gdpr_legal_hold DROP COLUMN "sealedKey"');
    }
}
