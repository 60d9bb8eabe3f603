import { PermissionDefinition } from '@vendure/core';

/** Lets an administrator see how much behaviour is recorded, never whose. */
export const readBehaviour = new PermissionDefinition({
    name: 'ReadEfiBehaviour',
    description: 'Grants permission to see how many behaviour events are recorded',
});
