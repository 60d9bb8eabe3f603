import type { Labels } from '@efi/plugin-kit/dashboard';
import { msg } from '@lingui/core/macro';

export const verdicts = {
    ALLOW: { text: msg`Allow`, variant: 'success' },
    STEP_UP: { text: msg`Step-up`, variant: 'secondary' },
    REVIEW: { text: msg`Review`, variant: 'warning' },
    BLOCK: { text: msg`Block`, variant: 'destructive' },
} satisfies Labels;

export const verdictUses: Labels = {
    ALLOW: { text: msg`The payment goes through.` },
    STEP_UP: { text: msg`The cardholder has to prove who they are (3-D Secure).` },
    REVIEW: { text: msg`The money is held; nothing is taken or shipped before a person decides.` },
    BLOCK: { text: msg`The payment is declined, without a reason given.` },
};

export const reviewStates: Labels = {
    open: { text: msg`Review open`, variant: 'warning' },
    accepted: { text: msg`Accepted`, variant: 'success' },
    rejected: { text: msg`Rejected`, variant: 'destructive' },
};

export const outcomes: Labels = {
    authorised: { text: msg`Authorised` },
    declined: { text: msg`Declined by the provider` },
    failed: { text: msg`Failed` },
    blocked: { text: msg`Blocked before the provider` },
};

export const bases: Labels = {
    scored: { text: msg`Scored` },
    listed: { text: msg`On a list` },
    late: { text: msg`No score in time: the policy for the amount decided` },
    failed: { text: msg`No score, scoring failed: the policy for the amount decided` },
};

export const labels: Labels = {
    good: { text: msg`Good`, variant: 'success' },
    fraud: { text: msg`Fraud`, variant: 'destructive' },
};

export const labelSources: Labels = {
    review: { text: msg`said by a person` },
    dispute: { text: msg`by a dispute` },
    refund: { text: msg`by a refund` },
};

export const linkKinds: Labels = {
    device: { text: msg`Same device` },
    address: { text: msg`Same address` },
    card: { text: msg`Same card` },
    email: { text: msg`Same e-mail address` },
};

export const noteKinds: Labels = {
    note: { text: msg`Note`, variant: 'outline' },
    accepted: { text: msg`Accepted`, variant: 'success' },
    rejected: { text: msg`Rejected`, variant: 'destructive' },
    asked: { text: msg`Asked the customer`, variant: 'secondary' },
    appeal: { text: msg`Appeal`, variant: 'warning' },
    'appeal-granted': { text: msg`Appeal granted`, variant: 'success' },
    'appeal-refused': { text: msg`Appeal refused`, variant: 'destructive' },
};

export const listKinds: Labels = {
    EMAIL: { text: msg`E-mail address` },
    CUSTOMER: { text: msg`Customer` },
    DEVICE: { text: msg`Device` },
    NETWORK: { text: msg`Network` },
};

export const listVerdicts: Labels = {
    ALLOW: { text: msg`Always allow`, variant: 'success' },
    BLOCK: { text: msg`Always block`, variant: 'destructive' },
};

export const modelStates: Labels = {
    IN_PLACE: { text: msg`In place`, variant: 'success' },
    REJECTED: { text: msg`Not better`, variant: 'warning' },
    RETIRED: { text: msg`Retired`, variant: 'outline' },
};

export const modelKinds: Labels = {
    LOGISTIC: { text: msg`Logistic regression` },
    TREES: { text: msg`Boosted trees` },
};
