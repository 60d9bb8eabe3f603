import { PermissionDefinition } from '@vendure/core';

/** Lets an administrator read and publish notices. */
export const manageDynamicPricing = new PermissionDefinition({
    name: 'EfiManageDynamicPricing',
    description: 'Grants permission to read and publish notices to shoppers',
});
