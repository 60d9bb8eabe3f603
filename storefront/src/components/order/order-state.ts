const states = [
    'AddingItems',
    'ArrangingPayment',
    'PaymentAuthorized',
    'PaymentSettled',
    'PartiallyShipped',
    'Shipped',
    'PartiallyDelivered',
    'Delivered',
    'Modifying',
    'ArrangingAdditionalPayment',
    'Cancelled',
] as const;

/** Name of the message for a state. A shop can add states to Vendure's; those have one message for all. */
export function orderStateMessage(state: string): `state_${(typeof states)[number] | 'other'}` {
    return `state_${states.find(known => known === state) ?? 'other'}`;
}
