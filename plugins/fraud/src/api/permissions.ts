import { PermissionDefinition } from '@vendure/core';

/** Lets an administrator read and publish notices. */
export const manageFraud = new PermissionDefinition({
    name: 'EfiManageFraud',
    description: 'Grants permission to read and publish notices to shoppers',
});
