import type { Order, RuntimeVendureConfig, StockLocation } from '@vendure/core';
import { detailsOf, type PlaceAddress } from './place-field';

export const ORDER_PLACE = 'efiPickUpPlace';

/** Its column in Vendure's table of orders. */
export const ORDER_PLACE_COLUMN = 'customFieldsEfipickupplace';

/** Where an order is fetched: the place as it was when it was chosen, and once more when the order came to payment. */
export interface KeptPlace {
    readonly placeId: string;
    /** The way of shipping that it was chosen for: with another one it does not count. */
    readonly shippingMethodId: string;
    readonly name: string;
    /** Empty where staff had not written the address down. */
    readonly streetLine: string;
    readonly postalCode: string;
    readonly city: string;
    readonly countryCode: string;
}

const parts = [
    'placeId',
    'shippingMethodId',
    'name',
    'streetLine',
    'postalCode',
    'city',
    'countryCode',
] as const satisfies readonly (keyof KeptPlace)[];

/** Adds the place to Vendure's orders: read-only and internal, since each way to write it has to look at the stock. */
export function addOrderPlaceField({ customFields }: RuntimeVendureConfig): void {
    const fields = (customFields.Order ??= []);
    if (fields.some(field => field.name === ORDER_PLACE)) {
        return;
    }
    fields.push({
        name: ORDER_PLACE,
        type: 'struct',
        fields: parts.map(name => ({ name, type: 'string' as const })),
        nullable: true,
        internal: true,
        readonly: true,
    });
}

/** What was kept of the place, whether or not the order is still fetched. */
export function keptPlaceOf(order: Order): KeptPlace | undefined {
    const fields = order.customFields as Readonly<Record<string, unknown>> | undefined;
    return (fields?.[ORDER_PLACE] as KeptPlace | null | undefined) ?? undefined;
}

/** For code that goes on to save the order by itself. */
export function keepPlace(order: Order, place: KeptPlace | null): void {
    order.customFields = { ...order.customFields, [ORDER_PLACE]: place };
}

export function asKept(place: StockLocation, shippingMethodId: string): KeptPlace {
    const { streetLine = '', postalCode = '', city = '', countryCode = '' } = detailsOf(place) ?? {};
    const { id, name } = place;
    return { placeId: String(id), shippingMethodId, name, streetLine, postalCode, city, countryCode };
}

export function addressOf({
    streetLine,
    postalCode,
    city,
    countryCode,
}: PlaceAddress): PlaceAddress | undefined {
    return city === '' ? undefined : { streetLine, postalCode, city, countryCode };
}
