import { expect, it } from 'vitest';
import { cardBrand } from './card-brand';

it.each([
    ['visa', 'Visa'],
    ['mastercard', 'Mastercard'],
    ['amex', 'American Express'],
    ['unionpay', 'UnionPay'],
    ['', ''],
])('%s is written %s', (brand, written) => {
    expect(cardBrand(brand)).toBe(written);
});
