import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In which language and market a person asked: the answer is given there. */
export class RememberLanguage1796870000000 implements MigrationInterface {
    readonly name = 'RememberLanguage1796870000000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(
            'ALTER TABLE efi_gdpr_request ADD "languageCode" character varying, ADD "channelCode" character varying',
        );
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(
            'ALTER TABLE efi_gdpr_request DROP COLUMN "languageCode", DROP COLUMN "channelCode"',
        );
    }
}
