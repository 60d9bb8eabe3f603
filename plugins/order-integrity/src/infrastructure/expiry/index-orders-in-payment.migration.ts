import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the orders in payment without a look at all the others. Few are in payment, so it stays small. */
export class IndexOrdersInPayment1795400300000 implements MigrationInterface {
    readonly name = 'IndexOrdersInPayment1795400300000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(
            `CREATE INDEX ix_efi_order_in_payment ON "order" ("updatedAt") WHERE state = 'ArrangingPayment'`,
        );
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('DROP INDEX ix_efi_order_in_payment');
    }
}
