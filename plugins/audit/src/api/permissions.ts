import { PermissionDefinition } from '@vendure/core';

export const readAudit = new PermissionDefinition({
    name: 'ReadEfiAudit',
    description: 'Allows reading the audit trail, and exporting it',
});
