import { PermissionDefinition } from '@vendure/core';

/** Lets an administrator see requests about personal data, and the record of processing. */
export const readPrivacy = new PermissionDefinition({
    name: 'ReadEfiPrivacy',
    description: 'Grants permission to see requests about personal data and the record of processing',
});

/** Lets an administrator open what legal holds keep of people who are erased. */
export const openHeldData = new PermissionDefinition({
    name: 'OpenEfiHeldData',
    description: 'Grants permission to open, for a reason, what legal holds keep of people who are erased',
});

/** Lets an administrator work on requests about personal data, and hold data back from erasure. */
export const managePrivacy = new PermissionDefinition({
    name: 'ManageEfiPrivacy',
    description:
        'Grants permission to work on requests about personal data and to hold data back from erasure',
});
