import type { RuntimeVendureConfig } from '@vendure/core';
import { type DeliveryTime, readDeliveryTime } from './domain/delivery-time';

export const DELIVERY_TIME = 'efiDeliveryTime';

/** Its column in Vendure's table of shipping methods. */
export const DELIVERY_TIME_COLUMN = 'customFieldsEfideliverytime';

/**
 * Lets Vendure's shipping methods keep how long they take. The field is internal, since a public one would change the type of
 * `ShippingMethod.customFields` for everybody who reads it.
 */
export function addDeliveryTimeField({ customFields }: RuntimeVendureConfig): void {
    const fields = (customFields.ShippingMethod ??= []);
    if (fields.some(({ name }) => name === DELIVERY_TIME)) {
        return;
    }
    fields.push({
        name: DELIVERY_TIME,
        type: 'struct',
        fields: [
            { name: 'minWorkingDays', type: 'int' },
            { name: 'maxWorkingDays', type: 'int' },
            { name: 'orderBy', type: 'string' },
        ],
        nullable: true,
        internal: true,
        // Vendure looks at this alone where it types what is offered for an order.
        public: false,
    });
}

/** @param method - A shipping method, or what Vendure makes of one for shoppers. */
export function deliveryTimeOf({
    customFields,
}: {
    readonly customFields?: unknown;
}): DeliveryTime | undefined {
    const fields = customFields as Readonly<Record<string, unknown>> | undefined;
    const written = fields?.[DELIVERY_TIME] as Partial<DeliveryTime> | null | undefined;
    const reading = written && readDeliveryTime(written);
    return reading?.ok ? reading.time : undefined;
}
