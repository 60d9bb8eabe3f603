import type { RuntimeVendureConfig, StockLocation } from '@vendure/core';

export const IS_PICK_UP_PLACE = 'efiIsPickUpPlace';

/** Its column in Vendure's table of stock locations. */
export const IS_PICK_UP_PLACE_COLUMN = 'customFieldsEfiispickupplace';

/**
 * Lets Vendure's stock locations be places where shoppers fetch what they ordered. The field is internal, since a public
 * one would change the type of `StockLocation.customFields` for everybody who reads it.
 */
export function addPlaceField({ customFields }: RuntimeVendureConfig): void {
    const fields = (customFields.StockLocation ??= []);
    if (fields.some(field => field.name === IS_PICK_UP_PLACE)) {
        return;
    }
    fields.push({
        name: IS_PICK_UP_PLACE,
        type: 'boolean',
        nullable: false,
        defaultValue: false,
        internal: true,
    });
}

export function isPickUpPlace({ customFields }: StockLocation): boolean {
    return (customFields as Readonly<Record<string, unknown>> | undefined)?.[IS_PICK_UP_PLACE] === true;
}
