import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSearchWords1795857600000 implements MigrationInterface {
    readonly name = 'CreateSearchWords1795857600000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`
            CREATE TABLE efi_search_word (
                "languageCode" character varying NOT NULL,
                word text NOT NULL,
                plain text NOT NULL,
                CONSTRAINT pk_efi_search_word PRIMARY KEY ("languageCode", word)
            )`);
        // Where it may not be installed, search does without it: what is spelt wrong is not found.
        await queryRunner.query(`
            DO $$ BEGIN
                CREATE EXTENSION IF NOT EXISTS pg_trgm;
                CREATE INDEX ix_efi_search_word_plain ON efi_search_word USING gist (plain gist_trgm_ops);
            EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported OR undefined_object THEN
                RAISE NOTICE 'pg_trgm is not there, so search does not forgive slips of the finger.';
            END $$`);
        await queryRunner.query(
            'INSERT INTO efi_search_pending ("productId") SELECT id FROM product WHERE "deletedAt" IS NULL',
        );
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        // Not the extension: others may use it.
        await queryRunner.query('DROP TABLE efi_search_word');
    }
}
