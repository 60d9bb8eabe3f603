import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For taking products off the list of changes without going through all of it. */
export class IndexSearchPending1796900200000 implements MigrationInterface {
    readonly name = 'IndexSearchPending1796900200000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(
            'CREATE INDEX ix_efi_search_pending_product ON efi_search_pending ("productId", due)',
        );
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('DROP INDEX ix_efi_search_pending_product');
    }
}
