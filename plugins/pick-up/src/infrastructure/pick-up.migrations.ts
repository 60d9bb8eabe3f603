import type { MigrationClass } from '@efi/plugin-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { IS_PICK_UP_PLACE_COLUMN } from './place-field';

class PickUp1796760000000 implements MigrationInterface {
    readonly name = 'PickUp1796760000000';

    async up(queryRunner: QueryRunner): Promise<void> {
        // A database whose schema Vendure synchronises has it from the custom field already.
        await queryRunner.query(
            `ALTER TABLE stock_location
                ADD COLUMN IF NOT EXISTS "${IS_PICK_UP_PLACE_COLUMN}" boolean NOT NULL DEFAULT false`,
        );
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE stock_location DROP COLUMN "${IS_PICK_UP_PLACE_COLUMN}"`);
    }
}

/** The plugin's schema, in order. */
export const pickUpMigrations: MigrationClass[] = [PickUp1796760000000];
