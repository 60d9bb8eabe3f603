import { PermissionDefinition } from '@vendure/core';

export const readPayments = new PermissionDefinition({
    name: 'ReadEfiPayments',
    description:
        'Grants permission to see payments with their ledger, reconciliations and the health of providers',
});

export const managePayments = new PermissionDefinition({
    name: 'ManageEfiPayments',
    description:
        'Grants permission to decide about payments in quarantine and discrepancies, and to reconcile',
});
