import type { MigrationInterface, QueryRunner } from 'typeorm';
import { linkPending } from './functions';
import { linkInSets } from './link-pending';

/** Links are written in one statement for each class: half of the processor time of a link. */
export class LinkInSets1796493600000 implements MigrationInterface {
    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(linkInSets);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(linkPending.replace('CREATE FUNCTION', 'CREATE OR REPLACE FUNCTION'));
    }
}
