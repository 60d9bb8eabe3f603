import { PermissionDefinition } from '@vendure/core';

export const readAudit = new PermissionDefinition({
    name: 'ReadEfiAudit',
    description: 'Allows reading the audit trail, and exporting it',
});

export const acknowledgeAlerts = new PermissionDefinition({
    name: 'AcknowledgeEfiAuditAlert',
    description: 'Allows saying that an alert about the audit trail was looked at',
});
