import type { MigrationClass } from '@efi/plugin-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DELIVERY_TIME_COLUMN } from './delivery-time-field';

class DeliveryTime1796950000000 implements MigrationInterface {
    readonly name = 'DeliveryTime1796950000000';

    async up(queryRunner: QueryRunner): Promise<void> {
        // A database whose schema Vendure synchronises has it from the custom field already.
        await queryRunner.query(
            `ALTER TABLE shipping_method ADD COLUMN IF NOT EXISTS "${DELIVERY_TIME_COLUMN}" jsonb`,
        );
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE shipping_method DROP COLUMN "${DELIVERY_TIME_COLUMN}"`);
    }
}

/** The plugin's schema, in order. */
export const deliveryTimeMigrations: MigrationClass[] = [DeliveryTime1796950000000];
