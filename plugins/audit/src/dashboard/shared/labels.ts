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

/** Names of the rules that there are by default; another rule is shown by its name. */
export const patterns: Labels = {
    'failed-sign-ins-account': { text: msg`Many failed sign-ins to one account` },
    'failed-sign-ins-address': { text: msg`Many failed sign-ins from one address` },
    'sign-in-spraying': { text: msg`Sign-ins to many accounts from one address` },
    'denials-account': { text: msg`One account tried much that it may not do` },
    'denials-address': { text: msg`One address tried much that it may not do` },
    'mass-export': { text: msg`One account took out much data` },
    'night-refund': { text: msg`A refund by night` },
    'role-raised': { text: msg`A role, or who has one, was changed` },
    'chain-broken': { text: msg`The audit trail was tampered with` },
};
