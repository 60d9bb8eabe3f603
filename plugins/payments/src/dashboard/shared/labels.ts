import type { Labels } from '@efi/plugin-kit/dashboard';
import { msg } from '@lingui/core/macro';

export const paymentStates: Labels = {
    processing: { text: msg`Being found out`, variant: 'warning' },
    'action-required': { text: msg`Waiting for the shopper`, variant: 'secondary' },
    pending: { text: msg`Waiting for the provider`, variant: 'secondary' },
    authorised: { text: msg`Authorised, not in the order yet`, variant: 'warning' },
    recorded: { text: msg`In the order`, variant: 'success' },
    returning: { text: msg`Being given back`, variant: 'warning' },
    declined: { text: msg`Declined`, variant: 'outline' },
    failed: { text: msg`Failed`, variant: 'outline' },
    voided: { text: msg`Voided`, variant: 'outline' },
    quarantined: { text: msg`In quarantine`, variant: 'destructive' },
    dismissed: { text: msg`Dealt with elsewhere`, variant: 'outline' },
};

export const movementKinds: Labels = {
    authorised: { text: msg`Authorised` },
    captured: { text: msg`Captured` },
    voided: { text: msg`Voided` },
    refunded: { text: msg`Refunded` },
    'dispute-opened': { text: msg`Dispute opened` },
    'dispute-won': { text: msg`Dispute won` },
    'dispute-lost': { text: msg`Dispute lost` },
};

export const movementSources: Labels = {
    response: { text: msg`Answer to our call` },
    webhook: { text: msg`Webhook` },
    resolver: { text: msg`Asked afterwards` },
    reconciliation: { text: msg`Reconciliation` },
    person: { text: msg`A person` },
};

export const operationKinds: Labels = {
    authorise: { text: msg`Authorise` },
    capture: { text: msg`Capture` },
    void: { text: msg`Void` },
    refund: { text: msg`Refund` },
};

export const operationStates: Labels = {
    pending: { text: msg`Being sent`, variant: 'secondary' },
    unknown: { text: msg`Outcome unknown`, variant: 'warning' },
    succeeded: { text: msg`Succeeded`, variant: 'success' },
    failed: { text: msg`Failed`, variant: 'destructive' },
};

export const resolutions: Labels = {
    ACCEPT: { text: msg`Accepted` },
    RETURN: { text: msg`Given back` },
    DISMISS: { text: msg`Dealt with elsewhere` },
};
