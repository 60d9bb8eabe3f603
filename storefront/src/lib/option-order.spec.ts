import { expect, it } from 'vitest';
import { inOrderOfVariants } from './option-order';

it('options come in the order of the variants', () => {
    const variants = ['small', 'large', 'medium'].map(id => ({ options: [{ id: 'red' }, { id }] }));
    const options = [{ id: 'large' }, { id: 'medium' }, { id: 'small' }];
    expect(inOrderOfVariants(options, variants).map(({ id }) => id)).toEqual(['small', 'large', 'medium']);
});
