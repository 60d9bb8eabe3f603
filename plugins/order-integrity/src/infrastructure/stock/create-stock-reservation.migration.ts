import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is held for orders that are being paid. */
export class CreateStockReservation1795400100000 implements MigrationInterface {
    readonly name = 'CreateStockReservation1795400100000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`
            CREATE TABLE efi_stock_reservation (
                "orderId" integer NOT NULL,
                "variantId" integer NOT NULL,
                "stockLocationId" integer NOT NULL,
                quantity integer NOT NULL,
                "expiresAt" timestamp with time zone NOT NULL,
                CONSTRAINT pk_efi_stock_reservation PRIMARY KEY ("orderId", "variantId", "stockLocationId"),
                CONSTRAINT ck_efi_stock_reservation_quantity CHECK (quantity >= 0),
                CONSTRAINT fk_efi_stock_reservation_order
                    FOREIGN KEY ("orderId") REFERENCES "order"(id) ON DELETE CASCADE,
                CONSTRAINT fk_efi_stock_reservation_variant
                    FOREIGN KEY ("variantId") REFERENCES product_variant(id) ON DELETE CASCADE,
                CONSTRAINT fk_efi_stock_reservation_location
                    FOREIGN KEY ("stockLocationId") REFERENCES stock_location(id) ON DELETE CASCADE
            )`);
        await queryRunner.query(
            `CREATE INDEX ix_efi_stock_reservation_variant ON efi_stock_reservation ("variantId")`,
        );
        await queryRunner.query(
            `CREATE INDEX ix_efi_stock_reservation_expires ON efi_stock_reservation ("expiresAt")`,
        );
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('DROP TABLE efi_stock_reservation');
    }
}
