import { type PersonalDataDeclaration, personalRows } from '@efi/plugin-kit';
import { ORDER_PLACE_COLUMN } from './infrastructure/order-place-field';

/** What the plugin keeps of people: where they fetch what they ordered. */
export const personalData: PersonalDataDeclaration = {
    tables: [
        {
            table: 'order',
            part: 'order: pick-up place',
            holds: 'Where an order is fetched',
            purpose: 'Handing over what was ordered',
            basis: 'contract',
            retention: 'as long as the order',
            rows: personalRows.ofCustomer(),
            columns: { [ORDER_PLACE_COLUMN]: 'name and address of the shop' },
            erasure: {
                by: 'nothing',
                because: 'It is an address of the shop, and leads to nobody once the order does not',
            },
        },
    ],
    impersonal: [],
};
