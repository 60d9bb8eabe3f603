import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LastAnswers } from './last-answers';

const answer = (data: string, size = 10) => Promise.resolve({ data, size });
const away = () => Promise.reject(new Error('nobody listens'));
const always = () => true;

describe('the last answer', () => {
    beforeEach(() => {
        vi.useFakeTimers();
        // What begins at the very first moment never ends for the library.
        vi.advanceTimersByTime(1);
        vi.spyOn(console, 'warn').mockReturnValue();
    });
    afterEach(() => {
        vi.useRealTimers();
        vi.restoreAllMocks();
    });

    it('stands in for none, and ends with the next one', async () => {
        const answers = new LastAnswers();
        await answers.orLast('lamp', () => answer('one'), always);
        expect(await answers.orLast('lamp', away, always)).toEqual({ data: 'one', isLast: true });
        expect(await answers.orLast('lamp', () => answer('two'), always)).toEqual({
            data: 'two',
            isLast: false,
        });
        expect(await answers.orLast('lamp', away, always)).toEqual({ data: 'two', isLast: true });
    });

    it('stands in for its own question only', async () => {
        const answers = new LastAnswers();
        await answers.orLast('lamp', () => answer('one'), always);
        await expect(answers.orLast('table', away, always)).rejects.toThrow('nobody listens');
    });

    it('does not stand in for a refusal', async () => {
        const answers = new LastAnswers();
        await answers.orLast('lamp', () => answer('one'), always);
        await expect(answers.orLast('lamp', away, () => false)).rejects.toThrow('nobody listens');
    });

    it('is worth nothing after an hour', async () => {
        const answers = new LastAnswers();
        await answers.orLast('lamp', () => answer('one'), always);
        vi.advanceTimersByTime(59 * 60_000);
        expect(await answers.orLast('lamp', away, always)).toMatchObject({ isLast: true });
        vi.advanceTimersByTime(2 * 60_000);
        await expect(answers.orLast('lamp', away, always)).rejects.toThrow('nobody listens');
    });

    it('has the next question wait less', async () => {
        const answers = new LastAnswers();
        const patiences: (number | undefined)[] = [];
        const ask = (patience: number | undefined) => {
            patiences.push(patience);
            return answer('one');
        };
        await answers.orLast('lamp', ask, always);
        await answers.orLast('lamp', ask, always);
        expect(patiences).toEqual([undefined, 3_000]);
    });

    it('makes room: the one that was needed longest ago goes first', async () => {
        const answers = new LastAnswers();
        const half = 5 * 1024 * 1024;
        await answers.orLast('lamp', () => answer('one', half), always);
        await answers.orLast('table', () => answer('two', half), always);
        await expect(answers.orLast('lamp', away, always)).rejects.toThrow('nobody listens');
        expect(await answers.orLast('table', away, always)).toMatchObject({ data: 'two' });
    });
});
