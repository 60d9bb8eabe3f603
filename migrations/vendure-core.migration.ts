import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { projectRoot } from '../src/project-root';

/** The schema of Vendure 3.7.3 itself. Generated once; later releases of Vendure add migrations of their own. */
export class VendureCore1764547200000 implements MigrationInterface {
    readonly name = 'VendureCore1764547200000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(readSql('vendure-core.up.sql'));
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(readSql('vendure-core.down.sql'));
    }
}

function readSql(file: string): string {
    return readFileSync(path.join(projectRoot, 'migrations', 'sql', file), 'utf8');
}
