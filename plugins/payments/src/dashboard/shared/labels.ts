import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { BadgeProps } from '@vendure/dashboard';

/** What a word of the Admin API is called on screen, and how much attention it asks for. */
export interface Label {
    readonly text: MessageDescriptor;
    readonly variant?: BadgeProps['variant'];
}

type Labels = Readonly<Record<string, Label>>;

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

/** Reads labels in the reader's language; a word that has none is shown as it is. */
export function useLabel(): (labels: Labels, word: string) => string {
    const { i18n } = useLingui();
    return (labels, word) => {
        const label = labels[word];
        return label ? i18n._(label.text) : word;
    };
}
