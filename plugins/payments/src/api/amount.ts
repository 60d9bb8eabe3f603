import { type Money, toShopAmount } from '../domain/money';

/** `EfiAmount` of the Admin API. */
export interface Amount {
    readonly value: number;
    readonly currencyCode: string;
}

/** @param precision - Decimals in which the shop counts. */
export function toAmount({ amount, currency }: Money, precision: number): Amount {
    return { value: toShopAmount({ amount, currency }, precision), currencyCode: currency };
}
