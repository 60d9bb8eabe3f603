import { PermissionDefinition } from '@vendure/core';

export const readPricing = new PermissionDefinition({
    name: 'ReadEfiPricing',
    description: 'Grants permission to see pricing rules, runs, decisions with their traces, costs and feeds',
});

export const managePricing = new PermissionDefinition({
    name: 'ManageEfiPricing',
    description: 'Grants permission to change pricing rules, guards, costs and feeds, and to start runs',
});

export const approvePrices = new PermissionDefinition({
    name: 'ApproveEfiPrices',
    description:
        'Grants permission to approve and reject prices, roll runs back, and stop the pricing engine',
});
