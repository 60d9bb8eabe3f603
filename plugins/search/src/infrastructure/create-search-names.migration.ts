import type { MigrationInterface, QueryRunner } from 'typeorm';

const FILL = `
    UPDATE efi_search_product p SET names = coalesce((
           SELECT jsonb_object_agg(t."languageCode", t."productName") FROM efi_search_text t
            WHERE t."productId" = p."productId" AND t."variantId" = p."variantIds"[1]), '{}')`;

/** The few products that need a second look, since not all of their variants match what one of them does. */
const INDEX = 'ix_efi_search_product_differing';

/** What products are called, for lists by name. */
export class CreateSearchNames1796730000000 implements MigrationInterface {
    readonly name = 'CreateSearchNames1796730000000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('ALTER TABLE efi_search_product ADD names jsonb');
        await queryRunner.query(FILL);
        await queryRunner.query('ALTER TABLE efi_search_product ALTER names SET NOT NULL');
        await queryRunner.query(
            `CREATE INDEX ${INDEX} ON efi_search_product ("channelId", "currencyCode") WHERE NOT "isUniform"`,
        );
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`DROP INDEX ${INDEX}`);
        await queryRunner.query('ALTER TABLE efi_search_product DROP names');
    }
}
