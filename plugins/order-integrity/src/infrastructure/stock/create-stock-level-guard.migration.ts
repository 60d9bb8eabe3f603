import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The last wall: no statement, whoever sends it, allocates what is not there. It looks only when an allocation rises,
 * so an honest stocktake may find less than was sold.
 *
 * Enough is left when in a channel that the location serves the locations together keep the variant's threshold, and,
 * unless it allows backorders, the location itself has what it is to give. Rows that the same statement
 * changed before are seen as changed.
 */
const GUARD = `
    CREATE FUNCTION efi_stock_level_guard() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
        tracked boolean;
        threshold int;
        enough boolean;
    BEGIN
        SELECT CASE v."trackInventory" WHEN 'INHERIT' THEN shop."trackInventory"
                                       ELSE v."trackInventory" = 'TRUE' END,
               CASE WHEN v."useGlobalOutOfStockThreshold" THEN shop."outOfStockThreshold"
                                                          ELSE v."outOfStockThreshold" END
          INTO tracked, threshold
          FROM product_variant v
         CROSS JOIN (SELECT * FROM global_settings ORDER BY "createdAt" LIMIT 1) shop
         WHERE v.id = NEW."productVariantId";
        IF NOT tracked OR current_setting('efi.allow_over_allocation', true) = 'on' THEN
            RETURN NEW;
        END IF;

        PERFORM FROM stock_level WHERE "productVariantId" = NEW."productVariantId"
          ORDER BY id FOR NO KEY UPDATE;
        SELECT bool_or(channel.free >= threshold) INTO enough FROM (
            SELECT sum(CASE WHEN l.id = NEW.id THEN NEW."stockOnHand" - NEW."stockAllocated"
                                               ELSE l."stockOnHand" - l."stockAllocated" END) AS free
              FROM stock_location_channels_channel here
              JOIN stock_location_channels_channel there ON there."channelId" = here."channelId"
              JOIN stock_level l ON l."stockLocationId" = there."stockLocationId"
                                AND l."productVariantId" = NEW."productVariantId"
             WHERE here."stockLocationId" = NEW."stockLocationId"
             GROUP BY here."channelId"
        ) channel;
        IF enough IS NOT TRUE OR (threshold >= 0 AND NEW."stockAllocated" > NEW."stockOnHand") THEN
            RAISE EXCEPTION USING
                ERRCODE = 'EF001',
                MESSAGE = format('Not enough stock of variant %s at location %s to allocate %s more.',
                                 NEW."productVariantId", NEW."stockLocationId",
                                 NEW."stockAllocated" - OLD."stockAllocated"),
                DETAIL = format('There: %s on hand, %s allocated before.', NEW."stockOnHand", OLD."stockAllocated"),
                HINT = 'Count the stock, lower outOfStockThreshold to allow backorders, or do not track the variant.';
        END IF;
        RETURN NEW;
    END $$`;

const TRIGGER = `
    CREATE TRIGGER efi_stock_level_guard BEFORE UPDATE OF "stockAllocated" ON stock_level
       FOR EACH ROW WHEN (NEW."stockAllocated" > OLD."stockAllocated")
       EXECUTE FUNCTION efi_stock_level_guard()`;

export class CreateStockLevelGuard1795400200000 implements MigrationInterface {
    readonly name = 'CreateStockLevelGuard1795400200000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(GUARD);
        await queryRunner.query(TRIGGER);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('DROP TRIGGER efi_stock_level_guard ON stock_level');
        await queryRunner.query('DROP FUNCTION efi_stock_level_guard()');
    }
}
