import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { identify, isRunning, parseProcStat } from './process-identity.mjs';

describe('parseProcStat', () => {
    it('reads state and start behind a command name with spaces and parentheses', () => {
        const fields = ['S', ...Array.from({ length: 18 }, (_, at) => String(at)), '987654', '1000'];
        expect(parseProcStat(`42 (odd) name (x) ${fields.join(' ')}`)).toEqual({
            state: 'S',
            startTicks: '987654',
        });
    });
});

describe('isRunning', () => {
    it('knows a process until it ends', async () => {
        const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
        const identity = identify(child.pid ?? 0);
        expect(identity && isRunning(identity)).toBe(true);
        child.kill('SIGKILL');
        await once(child, 'exit');
        expect(identity && isRunning(identity)).toBe(false);
    });

    it('is not deceived by another process with the same number', () => {
        expect(isRunning({ pid: process.pid, startedAt: 'another time' })).toBe(false);
    });
});
