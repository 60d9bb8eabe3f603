import { PermissionDefinition } from '@vendure/core';

/** Lets an administrator import products, which changes whatever the file says. */
export const importCatalogue = new PermissionDefinition({
    name: 'EfiImportCatalogue',
    description: 'Grants permission to import products from files, new ones and those that are there',
});
