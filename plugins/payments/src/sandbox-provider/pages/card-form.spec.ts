import { describe, expect, it } from 'vitest';
import { TEST_CARDS } from '../test-means';
import { checkCard, passesLuhn } from './card-form';

const today = new Date('2030-06-15T12:00:00Z');
const form = (fields: Record<string, string>) =>
    new URLSearchParams({ number: '4242 4242 4242 4242', expiry: '12 / 30', code: '123', ...fields });

describe('the card form', () => {
    it('takes a number with spaces or hyphens', () => {
        const number = '4242424242424242';
        expect(checkCard(form({}), today)).toEqual({ ok: true, number });
        expect(checkCard(form({ number: '4242-4242-4242-4242' }), today)).toEqual({ ok: true, number });
    });

    it.each(['4242424242424241', '', '4242', 'none', '4242424242424242424242'])(
        'refuses the number "%s"',
        number => {
            expect(checkCard(form({ number }), today)).toEqual({ ok: false, problems: { number: 'number' } });
        },
    );

    it.each(['06/30', '6/30', '0630', '06 / 2030', '01/31'])('takes the expiry %s', expiry => {
        expect(checkCard(form({ expiry }), today)).toMatchObject({ ok: true });
    });

    it.each([
        ['05/30', 'expired'],
        ['12/29', 'expired'],
        ['13/30', 'expiry'],
        ['', 'expiry'],
    ])('refuses the expiry "%s"', (expiry, problem) => {
        expect(checkCard(form({ expiry }), today)).toEqual({ ok: false, problems: { expiry: problem } });
    });

    it('takes a card until the last moment of its month', () => {
        expect(checkCard(form({ expiry: '06/30' }), new Date('2030-06-30T23:59:58Z')).ok).toBe(true);
        expect(checkCard(form({ expiry: '06/30' }), new Date('2030-07-01T00:00:00Z')).ok).toBe(false);
    });

    it('names every faulty field at once', () => {
        expect(checkCard(new URLSearchParams(), today)).toEqual({
            ok: false,
            problems: { number: 'number', expiry: 'expiry', code: 'code' },
        });
    });

    it('lists test cards that it takes itself', () => {
        expect(TEST_CARDS.filter(({ number }) => !passesLuhn(number))).toEqual([]);
    });
});
