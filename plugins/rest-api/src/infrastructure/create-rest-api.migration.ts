import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bulk reads go through a table by when its rows changed, and Vendure has no index for that. */
const READ_IN_BULK = ['product', 'product_variant', 'customer', 'order'] as const;

export class CreateRestApi1795814700000 implements MigrationInterface {
    readonly name = 'CreateRestApi1795814700000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`
            CREATE TABLE efi_rest_idempotency (
                scope character varying NOT NULL,
                "createdAt" timestamp with time zone NOT NULL DEFAULT now(),
                "requestHash" character varying NOT NULL,
                status integer NOT NULL,
                headers jsonb NOT NULL,
                body text,
                CONSTRAINT pk_efi_rest_idempotency PRIMARY KEY (scope)
            )`);
        await queryRunner.query(
            'CREATE INDEX ix_efi_rest_idempotency_created ON efi_rest_idempotency ("createdAt")',
        );
        for (const table of READ_IN_BULK) {
            await queryRunner.query(
                `CREATE INDEX ix_efi_rest_${table}_changed ON "${table}" ("updatedAt", id)`,
            );
        }
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        for (const table of READ_IN_BULK) {
            await queryRunner.query(`DROP INDEX ix_efi_rest_${table}_changed`);
        }
        await queryRunner.query('DROP TABLE efi_rest_idempotency');
    }
}
