import type { RuntimeVendureConfig, StockLocation } from '@vendure/core';
import { type OpeningHours, readOpeningHours } from '../domain/opening-hours';

export const IS_PICK_UP_PLACE = 'efiIsPickUpPlace';
export const PICK_UP_DETAILS = 'efiPickUpDetails';

/** Their columns in Vendure's table of stock locations. */
export const IS_PICK_UP_PLACE_COLUMN = 'customFieldsEfiispickupplace';
export const PICK_UP_DETAILS_COLUMN = 'customFieldsEfipickupdetails';

/** Where a place is. */
export interface PlaceAddress {
    readonly streetLine: string;
    readonly postalCode: string;
    readonly city: string;
    /** ISO 3166-1. */
    readonly countryCode: string;
}

export interface PlaceDetails extends PlaceAddress {
    /** As `readOpeningHours` reads them. */
    readonly openingHours: string;
}

/** Longest text of each. */
export const LONGEST_DETAIL = 255;

const details = ['streetLine', 'postalCode', 'city', 'countryCode', 'openingHours'] as const;

/**
 * Lets Vendure's stock locations be places where shoppers fetch what they ordered. The fields are internal, since public
 * ones would change the type of `StockLocation.customFields` for everybody who reads it.
 */
export function addPlaceFields({ customFields }: RuntimeVendureConfig): void {
    const fields = (customFields.StockLocation ??= []);
    if (fields.some(field => field.name === IS_PICK_UP_PLACE)) {
        return;
    }
    fields.push(
        { name: IS_PICK_UP_PLACE, type: 'boolean', nullable: false, defaultValue: false, internal: true },
        {
            name: PICK_UP_DETAILS,
            type: 'struct',
            fields: details.map(name => ({ name, type: 'string' as const })),
            nullable: true,
            internal: true,
        },
    );
}

export function isPickUpPlace(location: StockLocation): boolean {
    return fieldsOf(location)[IS_PICK_UP_PLACE] === true;
}

/** Where a place is and when it is open, as far as staff wrote it down. */
export function detailsOf(location: StockLocation): PlaceDetails | undefined {
    return (fieldsOf(location)[PICK_UP_DETAILS] as PlaceDetails | null | undefined) ?? undefined;
}

export function hoursOf(location: StockLocation): readonly OpeningHours[] {
    const reading = readOpeningHours(detailsOf(location)?.openingHours ?? '');
    return reading.ok ? reading.hours : [];
}

function fieldsOf({ customFields }: StockLocation): Readonly<Record<string, unknown>> {
    return (customFields as Readonly<Record<string, unknown>> | undefined) ?? {};
}
