import type { Order, RuntimeVendureConfig } from '@vendure/core';

export const VAT_NUMBER = 'efiVatNumber';

/** Its column in Vendure's table of orders. */
export const VAT_NUMBER_COLUMN = 'customFieldsEfivatnumber';

/**
 * Adds the number to Vendure's orders. It is read-only there, since each way to write it has to check it, and internal,
 * since a public field would change the type of `Order.customFields` for everybody who reads it.
 */
export function addVatNumberField({ customFields }: RuntimeVendureConfig): void {
    const fields = (customFields.Order ??= []);
    if (fields.some(field => field.name === VAT_NUMBER)) {
        return;
    }
    fields.push({
        name: VAT_NUMBER,
        type: 'string',
        length: 20,
        nullable: true,
        internal: true,
        readonly: true,
    });
}

/** The VAT number of the company that an order is for. */
export function vatNumberOf(order: Order): string | undefined {
    const fields = order.customFields as Readonly<Record<string, unknown>> | undefined;
    const value = fields?.[VAT_NUMBER];
    return typeof value === 'string' ? value : undefined;
}
