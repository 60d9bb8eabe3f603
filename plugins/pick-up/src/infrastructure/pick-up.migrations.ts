import type { MigrationClass } from '@efi/plugin-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ORDER_PLACE_COLUMN } from './order-place-field';
import { IS_PICK_UP_PLACE_COLUMN, PICK_UP_DETAILS_COLUMN } from './place-field';

// A database whose schema Vendure synchronises has the columns from the custom fields already.

class PickUp1796760000000 implements MigrationInterface {
    readonly name = 'PickUp1796760000000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(
            `ALTER TABLE stock_location
                ADD COLUMN IF NOT EXISTS "${IS_PICK_UP_PLACE_COLUMN}" boolean NOT NULL DEFAULT false`,
        );
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE stock_location DROP COLUMN "${IS_PICK_UP_PLACE_COLUMN}"`);
    }
}

class PickUpOrders1796880000000 implements MigrationInterface {
    readonly name = 'PickUpOrders1796880000000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(
            `ALTER TABLE stock_location ADD COLUMN IF NOT EXISTS "${PICK_UP_DETAILS_COLUMN}" jsonb`,
        );
        await queryRunner.query(`ALTER TABLE "order" ADD COLUMN IF NOT EXISTS "${ORDER_PLACE_COLUMN}" jsonb`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "order" DROP COLUMN "${ORDER_PLACE_COLUMN}"`);
        await queryRunner.query(`ALTER TABLE stock_location DROP COLUMN "${PICK_UP_DETAILS_COLUMN}"`);
    }
}

/** The plugin's schema, in order. */
export const pickUpMigrations: MigrationClass[] = [PickUp1796760000000, PickUpOrders1796880000000];
