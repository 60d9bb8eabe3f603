import { CrudPermissionDefinition } from '@vendure/core';

export const contentPermission = new CrudPermissionDefinition(
    'EfiContent',
    operation => `Grants permission to ${operation} pages and menus that are written in the Dashboard`,
);
