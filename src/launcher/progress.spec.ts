import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { duration, Progress, progressBar, stepLine } from './progress.mjs';

describe('Progress outside a terminal', () => {
    it('prints a plain line at the beginning and at the end of a step, and one for each piece of news', async () => {
        const stream = new PassThrough();
        const progress = new Progress(stream, {});
        await progress.step('Build', report => {
            report('half');
            report('half', 0.5);
            report('all');
            return Promise.resolve();
        });
        const [begin, half, all, end] = String(stream.read()).split('\n');
        expect([begin, half, all]).toEqual(['… Build', '    half', '    all']);
        expect(end).toMatch(/^✔ Build \d\.\d s$/);
    });

    it('marks a step that fails, and passes its error on', async () => {
        const stream = new PassThrough();
        const failing = new Progress(stream, {}).step('Build', () => Promise.reject(new Error('no')));
        await expect(failing).rejects.toThrow('no');
        expect(String(stream.read())).toContain('✖ Build');
    });
});

describe('Progress in a terminal', () => {
    function terminal(): PassThrough & { isTTY: true; columns: number } {
        return Object.assign(new PassThrough(), { isTTY: true as const, columns: 80 });
    }

    it('draws steps that run side by side and erases them again', async () => {
        const stream = terminal();
        const progress = new Progress(stream, {});
        await Promise.all([
            progress.step('One', () => Promise.resolve()),
            progress.step('Two', () => Promise.resolve()),
        ]);
        const output = String(stream.read());
        expect(output).toContain('\u001b[2A\u001b[0J');
        expect(output).toContain('\u001b[32m✔\u001b[0m Two');
    });

    it('leaves colours out when NO_COLOR is set', async () => {
        const stream = terminal();
        await new Progress(stream, { NO_COLOR: '1' }).step('One', () => Promise.resolve());
        expect(String(stream.read())).not.toContain('\u001b[32m');
    });
});

describe('what a step shows', () => {
    it('has a bar once its share is known', () => {
        const step = { label: 'Load', startedAt: 0, detail: 'orders', share: undefined };
        expect(stepLine(step, 1500)).toBe('Load 1.5 s · orders');
        expect(stepLine({ ...step, share: 0.5 }, 1500)).toBe(`Load ${progressBar(0.5)} 1.5 s · orders`);
    });

    it('fills the bar by the share and never beyond', () => {
        expect(progressBar(0.5)).toBe(`${'█'.repeat(12)}${'░'.repeat(12)}  50 %`);
        expect(progressBar(7)).toBe(`${'█'.repeat(24)} 100 %`);
    });

    it('says long times in minutes', () => {
        expect([400, 59_900, 125_000].map(duration)).toEqual(['0.4 s', '59.9 s', '2 min 05 s']);
    });
});
