import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

/** Never changes once it is published: databases remember that they ran it. Add another one instead. */
export class CreateDynamicPricingNotice1795780556940 implements MigrationInterface {
    readonly name = 'CreateDynamicPricingNotice1795780556940';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.createTable(
            new Table({
                name: 'efi_dynamic_pricing_notice',
                columns: [
                    { name: 'createdAt', type: 'timestamp', default: 'now()' },
                    { name: 'updatedAt', type: 'timestamp', default: 'now()' },
                    { name: 'channelId', type: 'integer' },
                    { name: 'text', type: 'text' },
                    { name: 'startsAt', type: 'timestamptz' },
                    { name: 'endsAt', type: 'timestamptz', isNullable: true },
                    {
                        name: 'id',
                        type: 'integer',
                        isPrimary: true,
                        isGenerated: true,
                        generationStrategy: 'increment',
                    },
                ],
                indices: [
                    { name: 'efi_dynamic_pricing_notice_shown', columnNames: ['channelId', 'startsAt'] },
                ],
            }),
        );
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.dropTable('efi_dynamic_pricing_notice');
    }
}
