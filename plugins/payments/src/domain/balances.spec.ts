import { describe, expect, it } from 'vitest';
import { balancesOf, holdsMoney } from './balances';
import { someEntry } from '../../e2e/fixtures/intent-record';

describe('balances', () => {
    it('follow from what moved', () => {
        const balances = balancesOf([
            someEntry('authorised', 1_000),
            someEntry('captured', 300, 'a'),
            someEntry('captured', 200, 'b'),
            someEntry('refunded', 50),
        ]);
        expect(balances).toEqual({
            authorised: 1_000,
            captured: 500,
            voided: 0,
            refunded: 50,
            disputed: 0,
            capturable: 500,
            refundable: 450,
        });
    });

    it('have nothing left to capture once the rest was let go', () => {
        const balances = balancesOf([
            someEntry('authorised', 1_000),
            someEntry('captured', 400),
            someEntry('voided', 600),
        ]);
        expect(balances).toMatchObject({ capturable: 0, refundable: 400 });
    });

    it('know money that was taken without being held', () => {
        expect(balancesOf([someEntry('captured', 1_000)])).toMatchObject({
            capturable: 0,
            refundable: 1_000,
        });
    });

    it('can’t refund what a chargeback took, unless it came back', () => {
        const disputed = [someEntry('captured', 1_000), someEntry('dispute-opened', 1_000)];
        expect(balancesOf(disputed)).toMatchObject({ disputed: 1_000, refundable: 0 });
        expect(balancesOf([...disputed, someEntry('dispute-lost', 1_000)]).refundable).toBe(0);
        expect(balancesOf([...disputed, someEntry('dispute-won', 1_000)]).refundable).toBe(1_000);
    });

    it('tell whether the shopper’s money is here', () => {
        expect(holdsMoney(balancesOf([]))).toBe(false);
        expect(holdsMoney(balancesOf([someEntry('authorised', 1)]))).toBe(true);
        expect(holdsMoney(balancesOf([someEntry('captured', 1), someEntry('refunded', 1)]))).toBe(false);
    });
});
