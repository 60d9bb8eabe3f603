import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A rule may be about everything. */
export class RecommendationRuleTargets1795780000000 implements MigrationInterface {
    readonly name = 'RecommendationRuleTargets1795780000000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('ALTER TABLE efi_recommendation_rule ALTER COLUMN "targetId" DROP NOT NULL');
    }

    /** Rules that the version before does not know are gone. */
    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(
            `DELETE FROM efi_recommendation_rule WHERE "targetId" IS NULL OR action IN ('MARGIN', 'DIVERSIFY')`,
        );
        await queryRunner.query('ALTER TABLE efi_recommendation_rule ALTER COLUMN "targetId" SET NOT NULL');
    }
}
