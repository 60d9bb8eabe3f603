import { type MigrationClass, revokeChanges } from '@efi/plugin-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

class PriceHistory1764633700000 implements MigrationInterface {
    readonly name = 'PriceHistory1764633700000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`
            CREATE TABLE efi_price_history (
                id bigserial NOT NULL,
                "variantId" integer NOT NULL,
                "channelId" integer NOT NULL,
                "currencyCode" character varying NOT NULL,
                price integer NOT NULL,
                "validFrom" timestamp with time zone NOT NULL,
                "validTo" timestamp with time zone,
                CONSTRAINT pk_efi_price_history PRIMARY KEY (id)
            )`);
        await queryRunner.query(`
            CREATE INDEX ix_efi_price_history_key
                ON efi_price_history ("variantId", "channelId", "currencyCode", "validFrom")`);
        await queryRunner.query(`
            CREATE UNIQUE INDEX ux_efi_price_history_open
                ON efi_price_history ("variantId", "channelId", "currencyCode") WHERE "validTo" IS NULL`);
        await revokeChanges(queryRunner, 'efi_price_history');
        await createTriggers(queryRunner);
        await queryRunner.query(`
            INSERT INTO efi_price_history ("variantId", "channelId", "currencyCode", price, "validFrom")
            SELECT DISTINCT ON ("variantId", "channelId", "currencyCode")
                   "variantId", "channelId", "currencyCode", price, now()
              FROM product_variant_price
             WHERE "variantId" IS NOT NULL AND "channelId" IS NOT NULL
             ORDER BY "variantId", "channelId", "currencyCode", id DESC`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('DROP TRIGGER efi_price_history_record ON product_variant_price');
        await queryRunner.query(
            'DROP FUNCTION efi_price_history_record(), efi_price_history_sync(int, int, varchar)',
        );
        await queryRunner.query('DROP TABLE efi_price_history');
    }
}

/**
 * The trigger is deferred: it looks at what a transaction leaves behind, at the moment it commits. A price that
 * existed only within the transaction was offered to nobody, and would become a false lowest price.
 */
async function createTriggers(queryRunner: QueryRunner): Promise<void> {
    const [row] = (await queryRunner.query('SELECT quote_ident(current_schema()) AS schema')) as [
        { schema: string },
    ];
    const asOwner = `LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${row.schema}, pg_temp`;
    await queryRunner.query(`
        CREATE FUNCTION efi_price_history_sync(variant int, channel int, currency varchar) RETURNS void ${asOwner} AS $$
        DECLARE
            current_price int;
            moment timestamptz := clock_timestamp();
        BEGIN
            SELECT price INTO current_price FROM product_variant_price
             WHERE "variantId" = variant AND "channelId" = channel AND "currencyCode" = currency
             ORDER BY id DESC LIMIT 1;
            UPDATE efi_price_history SET "validTo" = greatest(moment, "validFrom")
             WHERE "variantId" = variant AND "channelId" = channel AND "currencyCode" = currency
               AND "validTo" IS NULL AND price IS DISTINCT FROM current_price;
            IF current_price IS NOT NULL THEN
                INSERT INTO efi_price_history ("variantId", "channelId", "currencyCode", price, "validFrom")
                VALUES (variant, channel, currency, current_price, moment)
                ON CONFLICT ("variantId", "channelId", "currencyCode") WHERE "validTo" IS NULL DO NOTHING;
            END IF;
        END $$`);
    await queryRunner.query(`
        CREATE FUNCTION efi_price_history_record() RETURNS trigger ${asOwner} AS $$
        BEGIN
            IF TG_OP <> 'INSERT' AND OLD."variantId" IS NOT NULL AND OLD."channelId" IS NOT NULL THEN
                PERFORM efi_price_history_sync(OLD."variantId", OLD."channelId", OLD."currencyCode");
            END IF;
            IF TG_OP <> 'DELETE' AND NEW."variantId" IS NOT NULL AND NEW."channelId" IS NOT NULL THEN
                PERFORM efi_price_history_sync(NEW."variantId", NEW."channelId", NEW."currencyCode");
            END IF;
            RETURN NULL;
        END $$`);
    // Otherwise every role could call it with a key of its choice.
    await queryRunner.query(
        'REVOKE EXECUTE ON FUNCTION efi_price_history_sync(int, int, varchar) FROM PUBLIC',
    );
    await queryRunner.query(`
        CREATE CONSTRAINT TRIGGER efi_price_history_record
            AFTER INSERT OR DELETE OR UPDATE OF price, "currencyCode", "channelId", "variantId"
            ON product_variant_price
            DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION efi_price_history_record()`);
}

/** The plugin's schema, in order. */
export const priceHistoryMigrations: MigrationClass[] = [PriceHistory1764633700000];
