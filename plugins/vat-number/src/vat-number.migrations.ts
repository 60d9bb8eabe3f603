import type { MigrationClass } from '@efi/plugin-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { VAT_NUMBER_COLUMN } from './vat-number-field';

class VatNumber1796640000000 implements MigrationInterface {
    readonly name = 'VatNumber1796640000000';

    async up(queryRunner: QueryRunner): Promise<void> {
        // A database whose schema Vendure synchronises has it from the custom field already.
        await queryRunner.query(
            `ALTER TABLE "order" ADD COLUMN IF NOT EXISTS "${VAT_NUMBER_COLUMN}" character varying(20)`,
        );
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "order" DROP COLUMN "${VAT_NUMBER_COLUMN}"`);
    }
}

/** The plugin's schema, in order. */
export const vatNumberMigrations: MigrationClass[] = [VatNumber1796640000000];
