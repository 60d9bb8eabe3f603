import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeDelivery } from './feed-verdict';
import { checkRows, type RowExpectations } from './price-rows';

const now = new Date('2030-05-01T12:00:00Z');
const expected: RowExpectations = {
    kind: 'competitor',
    currencyCode: 'EUR',
    now,
    maxAgeHours: 48,
    ownPrices: new Map([['LAMP', 5000]]),
    decimals: 2,
};
const good = {
    sku: 'LAMP',
    price: '49,90',
    currency: 'eur',
    competitor: 'A',
    observedAt: '2030-05-01T10:00:00Z',
};
const reasonOf = (columns: Record<string, string>) =>
    checkRows([{ line: 7, columns: { ...good, ...columns } }], expected).rejected.map(({ reason }) => reason);

describe('checkRows', () => {
    it('takes a good row, with a point or a comma', () => {
        expect(checkRows([{ line: 2, columns: good }], expected).accepted).toEqual([
            { line: 2, sku: 'LAMP', amount: 4990, competitor: 'A', observedAt: new Date(good.observedAt) },
        ]);
    });

    it.each([
        [{ sku: '' }, 'sku-missing'],
        [{ sku: 'CHAIR' }, 'sku-unknown'],
        [{ currency: 'USD' }, 'wrong-currency'],
        [{ currency: '' }, 'wrong-currency'],
        [{ price: '4990000' }, 'likely-cents-for-units'],
        [{ price: '0.50' }, 'likely-units-for-cents'],
        [{ price: '0' }, 'amount-not-positive'],
        [{ price: '-5' }, 'amount-not-positive'],
        [{ price: '1.299,00' }, 'amount-not-a-number'],
        [{ price: 'NaN' }, 'amount-not-a-number'],
        [{ price: '1e9' }, 'amount-not-a-number'],
        [{ price: '=1+1' }, 'formula'],
        [{ sku: '=HYPERLINK("http://x")' }, 'formula'],
        [{ competitor: '@SUM(A1)' }, 'formula'],
        [{ competitor: '' }, 'competitor-missing'],
        [{ observedAt: '2030-04-01' }, 'observed-too-long-ago'],
        [{ observedAt: '2031-04-01' }, 'observed-in-the-future'],
        [{ observedAt: 'yesterday' }, 'date-not-readable'],
    ])('refuses %j: %s', (columns, reason) => {
        expect(reasonOf(columns)).toEqual([reason]);
    });

    it('takes the first of two rows about the same thing', () => {
        const rows = [2, 3].map(line => ({ line, columns: good }));
        expect(checkRows(rows, expected)).toMatchObject({
            accepted: [{ line: 2 }],
            rejected: [{ line: 3, reason: 'repeated' }],
        });
    });

    it('accounts for every row, whatever it holds, and repeats nothing that a spreadsheet would run', () => {
        const columns = fc.dictionary(
            fc.constantFrom('sku', 'price', 'currency', 'competitor', 'observedAt'),
            fc.string(),
        );
        fc.assert(
            fc.property(fc.array(columns), rows => {
                const raw = rows.map((row, index) => ({ line: index + 2, columns: { ...good, ...row } }));
                const { accepted, rejected } = checkRows(raw, expected);
                expect(accepted.length + rejected.length).toBe(rows.length);
                expect(accepted.every(({ amount }) => Number.isInteger(amount) && amount > 0)).toBe(true);
                expect(rejected.some(({ value }) => /^[=+@|]/.test(value))).toBe(false);
            }),
        );
    });
});

describe('judgeDelivery', () => {
    const delivery = (accepted: number, rejected: number) => ({
        accepted: Array.from({ length: accepted }, () => ({}) as never),
        rejected: Array.from({ length: rejected }, () => ({}) as never),
    });

    it.each([
        [0, 0, 10, 'empty'],
        [0, 10, 10, 'mostly-bad'],
        [7, 3, 0, 'mostly-bad'],
        [50, 0, 100, 'half'],
    ])('refuses %i good and %i bad rows after %i: %s', (accepted, rejected, last, problem) => {
        expect(judgeDelivery(delivery(accepted, rejected), last)).toEqual({ ok: false, problem });
    });

    it('takes a delivery that is a little smaller and has a few bad rows', () => {
        expect(judgeDelivery(delivery(90, 5), 100)).toEqual({ ok: true });
    });
});
