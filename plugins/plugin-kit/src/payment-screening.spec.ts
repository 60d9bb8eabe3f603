import { Order, RequestContext } from '@vendure/core';
import { describe, expect, it } from 'vitest';
import { type PaymentScreener, PaymentScreening, type ScreeningDecision } from './payment-screening';

const attempt = {
    intentId: 'i',
    order: new Order(),
    money: { amount: 1, currency: 'EUR' },
    gateway: 'g',
    canStepUp: true,
    isCapturedAtOnce: true,
};
const ctx = RequestContext.empty();

function screenerThat(screen: () => Promise<ScreeningDecision>): PaymentScreening {
    const screening = new PaymentScreening();
    const screener: PaymentScreener = {
        screen,
        withoutAnswer: (_ctx, _attempt, why) => ({ decision: 'block', message: why }),
        report: () => Promise.resolve(),
        reasonAgainstCapture: () => Promise.resolve('held'),
    };
    screening.setScreener(screener);
    return screening;
}

describe('the screening of payments', () => {
    it('allows everything while nobody looks', async () => {
        const screening = new PaymentScreening();
        expect(await screening.screen(ctx, attempt)).toEqual({ decision: 'allow' });
        expect(await screening.reasonAgainstCapture(ctx, 1)).toBeUndefined();
        await expect(screening.report({ intentId: 'i', kind: 'declined' })).resolves.toBeUndefined();
    });

    it('answers what the screener decides', async () => {
        const screening = screenerThat(() => Promise.resolve({ decision: 'review' }));
        expect(await screening.screen(ctx, attempt)).toEqual({ decision: 'review' });
    });

    it('does not wait for a screener that never answers', async () => {
        const screening = screenerThat(() => new Promise(() => undefined));
        expect(await screening.screen(ctx, attempt)).toEqual({ decision: 'block', message: 'late' });
    });

    it('lets the declared policy decide when the screener fails', async () => {
        const screening = screenerThat(() => Promise.reject(new Error('no database')));
        expect(await screening.screen(ctx, attempt)).toEqual({ decision: 'block', message: 'failed' });
    });
});
