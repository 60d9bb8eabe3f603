import { expect, it } from 'vitest';
import { fitLogistic } from './logistic';

it('finds the log-odds of each group where there is no penalty', () => {
    // Without the feature 1 of 4 came true, with it 3 of 4.
    const features = Float64Array.of(1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1);
    const outcome = Uint8Array.of(1, 0, 0, 0, 1, 1, 1, 0);
    const [bias, weight] = fitLogistic({ width: 2, features, outcome }, 1e-9);
    expect(bias).toBeCloseTo(Math.log(1 / 3), 6);
    expect(weight).toBeCloseTo(Math.log(9), 6);
});

it('stays finite where a penalty is all that holds it', () => {
    const always = fitLogistic(
        { width: 1, features: Float64Array.of(1, 1), outcome: Uint8Array.of(1, 1) },
        1,
    );
    // 2 (1 − p) = w at the optimum.
    expect(2 / (1 + Math.exp(always[0]!))).toBeCloseTo(always[0]!, 9);
});
