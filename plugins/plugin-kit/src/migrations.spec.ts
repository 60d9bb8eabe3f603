import type { MigrationInterface, QueryRunner } from 'typeorm';
import { describe, expect, it } from 'vitest';
import { uninstallMigration } from './migrations';

describe('uninstallMigration', () => {
    const ran: string[] = [];
    const runner = {} as QueryRunner;

    class First1700000000000 implements MigrationInterface {
        up = () => Promise.resolve(void ran.push('first up'));
        down = () => Promise.resolve(void ran.push('first down'));
    }

    class Second1700000001000 implements MigrationInterface {
        up = () => Promise.resolve(void ran.push('second up'));
        down = () => Promise.resolve(void ran.push('second down'));
    }

    const Uninstall = uninstallMigration('Remove1700000002000', [Second1700000001000, First1700000000000]);

    it('undoes the newest migration first, whatever order they are given in', async () => {
        ran.length = 0;
        await new Uninstall().up(runner);
        expect(ran).toEqual(['second down', 'first down']);
    });

    it('can be undone itself', async () => {
        ran.length = 0;
        await new Uninstall().down(runner);
        expect(ran).toEqual(['first up', 'second up']);
    });

    it('has the given name, by which a database remembers that it ran', () => {
        expect(new Uninstall().name).toBe('Remove1700000002000');
    });
});
