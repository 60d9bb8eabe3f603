import { type MigrationClass, revokeChanges, SHOP_CHANGES_CHANNEL } from '@efi/plugin-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const OWNERS = [
    ['product_translation', 'PRODUCT'],
    ['collection_translation', 'COLLECTION'],
] as const;

class SlugRedirects1796630000000 implements MigrationInterface {
    readonly name = 'SlugRedirects1796630000000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`
            CREATE TABLE efi_old_slug (
                kind character varying NOT NULL,
                slug character varying NOT NULL,
                "languageCode" character varying NOT NULL,
                "entityId" integer NOT NULL,
                "changedAt" timestamp with time zone NOT NULL,
                CONSTRAINT pk_efi_old_slug PRIMARY KEY (kind, slug, "languageCode")
            )`);
        await revokeChanges(queryRunner, 'efi_old_slug');
        await createTriggers(queryRunner);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        for (const [table] of OWNERS) {
            await queryRunner.query(`DROP TRIGGER efi_old_slug_record ON ${table}`);
        }
        await queryRunner.query('DROP FUNCTION efi_old_slug_record()');
        await queryRunner.query('DROP TABLE efi_old_slug');
    }
}

/**
 * The function runs as the owner of the schema, since the application may not change what was written. It tells of the
 * change as it writes, so that no answer of the Shop API is kept that was made before.
 */
async function createTriggers(queryRunner: QueryRunner): Promise<void> {
    const [row] = (await queryRunner.query('SELECT quote_ident(current_schema()) AS schema')) as [
        { schema: string },
    ];
    await queryRunner.query(`
        CREATE FUNCTION efi_old_slug_record() RETURNS trigger
            LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${row.schema}, pg_temp AS $$
        BEGIN
            INSERT INTO efi_old_slug (kind, slug, "languageCode", "entityId", "changedAt")
            VALUES (TG_ARGV[0], OLD.slug, OLD."languageCode", OLD."baseId", clock_timestamp())
            ON CONFLICT (kind, slug, "languageCode")
            DO UPDATE SET "entityId" = excluded."entityId", "changedAt" = excluded."changedAt";
            PERFORM pg_notify('${SHOP_CHANGES_CHANNEL}', 'efi_old_slug');
            RETURN NULL;
        END $$`);
    for (const [table, owner] of OWNERS) {
        await queryRunner.query(`
            CREATE TRIGGER efi_old_slug_record AFTER UPDATE OF slug ON ${table}
                FOR EACH ROW WHEN (OLD.slug <> NEW.slug AND OLD."baseId" IS NOT NULL)
                EXECUTE FUNCTION efi_old_slug_record('${owner}')`);
    }
}

/** The plugin's schema, in order. */
export const slugRedirectsMigrations: MigrationClass[] = [SlugRedirects1796630000000];
