import type { MigrationClass } from '@efi/plugin-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

class OrderLocale1764633600000 implements MigrationInterface {
    readonly name = 'OrderLocale1764633600000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`
            CREATE TABLE efi_order_locale (
                "orderId" integer NOT NULL,
                "channelId" integer NOT NULL,
                "languageCode" character varying NOT NULL,
                CONSTRAINT pk_efi_order_locale PRIMARY KEY ("orderId")
            )`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('DROP TABLE efi_order_locale');
    }
}

/** The plugin's schema, in order. */
export const mailMigrations: MigrationClass[] = [OrderLocale1764633600000];
