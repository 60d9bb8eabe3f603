import type { MigrationClass } from '@efi/plugin-kit';
import { AddQuarantineFacts1795400300000 } from './add-quarantine-facts.migration';
import { CreatePaymentCustomers1795400200000 } from './create-payment-customers.migration';
import { CreatePaymentOperations1795400100000 } from './create-payment-operations.migration';
import { CreatePayments1795400000000 } from './create-payments.migration';

/** The plugin's schema, in order. */
export const paymentsMigrations: MigrationClass[] = [
    CreatePayments1795400000000,
    CreatePaymentOperations1795400100000,
    CreatePaymentCustomers1795400200000,
    AddQuarantineFacts1795400300000,
];
