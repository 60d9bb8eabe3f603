import type { Labels } from '@efi/plugin-kit/dashboard';
import { msg } from '@lingui/core/macro';

export const statuses: Labels = {
    success: { text: msg`Done`, variant: 'success' },
    refused: { text: msg`Refused by a rule`, variant: 'warning' },
    denied: { text: msg`Not permitted`, variant: 'destructive' },
    failed: { text: msg`Failed`, variant: 'destructive' },
};

export const classes: Labels = {
    transaction: { text: msg`Transaction, kept 1 year` },
    authentication: { text: msg`Sign-in, kept 2 years` },
    security: { text: msg`Security, kept 5 years` },
};

export const actorKinds: Labels = {
    administrator: { text: msg`Administrator` },
    customer: { text: msg`Customer` },
    anonymous: { text: msg`Not signed in` },
    'machine-key': { text: msg`Machine key` },
    system: { text: msg`The shop by itself` },
};
