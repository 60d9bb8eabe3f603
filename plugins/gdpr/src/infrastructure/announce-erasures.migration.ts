import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Erasures that are under way begin with their mark once more, with which the audit trail is told of them. */
export class AnnounceErasures1796880000000 implements MigrationInterface {
    readonly name = 'AnnounceErasures1796880000000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(
            `UPDATE efi_gdpr_part SET state = 'WAITING' WHERE part = 'log of erasures' AND "requestId" IN (
                SELECT id FROM efi_gdpr_request WHERE kind = 'ERASURE' AND state IN ('IN_PROGRESS', 'PARTIAL'))`,
        );
    }

    async down(): Promise<void> {
        // A mark that is made twice does no harm.
    }
}
