import type { MigrationClass } from '@efi/plugin-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Never changes once it is published: databases remember that they ran it. Add another one instead. */
class Content1796636000000 implements MigrationInterface {
    readonly name = 'Content1796636000000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`
            CREATE TABLE efi_content_page (
                id SERIAL NOT NULL,
                "createdAt" timestamp with time zone NOT NULL DEFAULT now(),
                "updatedAt" timestamp with time zone NOT NULL DEFAULT now(),
                "channelId" integer NOT NULL,
                kind character varying NOT NULL,
                code character varying NOT NULL,
                revision integer NOT NULL DEFAULT 1,
                draft jsonb NOT NULL,
                CONSTRAINT pk_efi_content_page PRIMARY KEY (id),
                CONSTRAINT uq_efi_content_page_code UNIQUE ("channelId", kind, code)
            )`);
        await queryRunner.query(`
            CREATE TABLE efi_content_version (
                id SERIAL NOT NULL,
                "pageId" integer NOT NULL,
                revision integer NOT NULL,
                body jsonb NOT NULL,
                "publishedAt" timestamp with time zone NOT NULL,
                "startsAt" timestamp with time zone,
                "endsAt" timestamp with time zone,
                "withdrawnAt" timestamp with time zone,
                CONSTRAINT pk_efi_content_version PRIMARY KEY (id),
                CONSTRAINT fk_efi_content_version_page FOREIGN KEY ("pageId")
                    REFERENCES efi_content_page(id) ON DELETE CASCADE
            )`);
        await queryRunner.query('CREATE INDEX ix_efi_content_version_page ON efi_content_version ("pageId")');
        await queryRunner.query(`
            CREATE TABLE efi_content_slug (
                "channelId" integer NOT NULL,
                "languageCode" character varying NOT NULL,
                slug character varying NOT NULL,
                "pageId" integer NOT NULL,
                CONSTRAINT pk_efi_content_slug PRIMARY KEY ("channelId", "languageCode", slug),
                CONSTRAINT fk_efi_content_slug_page FOREIGN KEY ("pageId")
                    REFERENCES efi_content_page(id) ON DELETE CASCADE
            )`);
        await queryRunner.query('CREATE INDEX ix_efi_content_slug_page ON efi_content_slug ("pageId")');
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        for (const table of ['efi_content_slug', 'efi_content_version', 'efi_content_page']) {
            await queryRunner.query(`DROP TABLE ${table}`);
        }
    }
}

/** The plugin's schema, in order. */
export const contentMigrations: MigrationClass[] = [Content1796636000000];
