import { PermissionDefinition } from '@vendure/core';

/** Lets an administrator make and withdraw keys. A key never has it. */
export const manageMachineKeys = new PermissionDefinition({
    name: 'EfiManageMachineKeys',
    description: 'Grants permission to make and withdraw keys for programs',
});
