import { PermissionDefinition } from '@vendure/core';

/** Lets an administrator read and publish notices. */
export const manageMyFeature = new PermissionDefinition({
    name: 'EfiManageMyFeature',
    description: 'Grants permission to read and publish notices to shoppers',
});
