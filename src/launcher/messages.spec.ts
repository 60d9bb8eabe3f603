import { describe, expect, it } from 'vitest';
import { commandMessage, tellingLines } from './command.mjs';
import { databaseMessage } from './database-access.mjs';
import { dataFolderMessage } from './data-folder.mjs';
import { explain, LaunchError } from './launch-error.mjs';
import { parsePostmasterPid } from './postmaster.mjs';
import { readSettings } from './settings.mjs';

describe('messages of a start that fails', () => {
    it('speaks of a full disk when that is why a command failed', () => {
        const npm = { name: 'npm install', logFile: '/log' };
        expect(commandMessage(npm, 'code 1', 'npm error ENOSPC: no space')).toContain('the disk is full');
        expect(commandMessage(npm, 'code 1', 'npm error EAI_AGAIN registry')).toContain('Check the network');
        expect(commandMessage(npm, 'code 1', 'other')).toBe(
            'npm install failed (code 1). Its log, /log, ends with:\n    other',
        );
    });

    it('shows npm’s first words, and a script’s last ones', () => {
        const usage = Array.from({ length: 30 }, (_, at) => `npm error usage ${at}`);
        expect(tellingLines(['npm error out of sync', ...usage].join('\n'))).toMatch(
            /^npm error out of sync\n/,
        );
        expect(tellingLines('src/a.ts(1,1): error\nnpm error Lifecycle script `build` failed')).toBe(
            'src/a.ts(1,1): error',
        );
    });

    it('never shows the password of the database', () => {
        const error = Object.assign(new Error('x'), { code: '28P01' });
        const message = databaseMessage('postgres://me:geheim@db:5433/shop', 'DATABASE_URL', error);
        expect(message).toBe(
            'PostgreSQL at db:5433 refuses the password of "me". Correct DATABASE_URL, or unset it: npm start then brings its own PostgreSQL.',
        );
    });

    it.each([
        ['ENOSPC', 'is full. Free some space'],
        ['EROFS', 'read-only file system'],
        ['EACCES', 'you may not write'],
        ['EIO', "can't be written (EIO)"],
    ])('says what %s means for the data folder', (code, words) => {
        expect(dataFolderMessage('/data', code)).toContain(words);
        expect(dataFolderMessage('/data', code)).toContain('or set DATA_DIR to another folder.');
    });

    it('shows a stack for our own faults only', () => {
        expect(explain(new LaunchError('the port'))).toBe("Can't start: the port");
        expect(explain(new Error('bug'))).toContain('messages.spec.ts');
    });
});

describe('readSettings', () => {
    it('has defaults, takes numbers from the environment and refuses what is no port', () => {
        expect(readSettings([], {})).toMatchObject({ serverPort: 3000, host: '127.0.0.1', demo: true });
        expect(readSettings(['--reset'], { PORT: '4000', EFI_MODE: 'production' })).toMatchObject({
            serverPort: 4000,
            reset: true,
            isDemo: false,
            demo: false,
        });
        expect(() => readSettings([], { PORT: '0.5' })).toThrow('PORT must be a port');
        expect(() => readSettings(['--rest'], {})).toThrow('unknown argument --rest');
    });
});

describe('parsePostmasterPid', () => {
    it('reads the process, its cluster and whether it takes connections', () => {
        const text = '42\n/data/postgres\n1700000000\n5432\n\n127.0.0.1\n  123 4\nready   \n';
        expect(parsePostmasterPid(text)).toEqual({ pid: 42, cluster: '/data/postgres', ready: true });
        expect(parsePostmasterPid('42\n/data\n').ready).toBe(false);
    });
});
