import type { Labels } from '@efi/plugin-kit/dashboard';
import { msg } from '@lingui/core/macro';

export const kinds: Labels = {
    ACCESS: { text: msg`Access` },
    PORTABILITY: { text: msg`Data to take along` },
    RECTIFICATION: { text: msg`Rectification` },
    ERASURE: { text: msg`Erasure` },
    RESTRICTION: { text: msg`Restriction` },
    OBJECTION: { text: msg`Objection` },
    OPT_OUT: { text: msg`No sale of data` },
};

export const states: Labels = {
    RECEIVED: { text: msg`Not verified`, variant: 'warning' },
    VERIFIED: { text: msg`Verified`, variant: 'secondary' },
    IN_PROGRESS: { text: msg`In progress`, variant: 'secondary' },
    PARTIAL: { text: msg`Partly done`, variant: 'destructive' },
    COMPLETED: { text: msg`Done`, variant: 'success' },
    REFUSED: { text: msg`Refused`, variant: 'outline' },
    CANCELLED: { text: msg`Taken back`, variant: 'outline' },
};

export const proofs: Labels = {
    password: { text: msg`by their password` },
    'recent-sign-in': { text: msg`by a fresh sign-in` },
    mail: { text: msg`by a link that was mailed` },
    staff: { text: msg`by staff` },
    retention: { text: msg`not needed: its time was over` },
};

export const partStates: Labels = {
    WAITING: { text: msg`Waiting`, variant: 'secondary' },
    DONE: { text: msg`Done`, variant: 'success' },
    FAILED: { text: msg`Failed`, variant: 'destructive' },
    HELD: { text: msg`Sealed`, variant: 'warning' },
};

export const bases: Labels = {
    contract: { text: msg`Contract` },
    'legal obligation': { text: msg`Legal obligation` },
    consent: { text: msg`Consent` },
    'legitimate interests': { text: msg`Legitimate interests` },
};

/** What a retention rule has go. */
export const rules: Labels = {
    sessions: { text: msg`Sessions that ended are deleted.` },
    tokens: {
        text: msg`Tokens of mails that nobody answered, and addresses that nobody confirmed, are deleted.`,
    },
    carts: { text: msg`Of carts that nobody touches, the addresses are deleted.` },
    guests: {
        text: msg`Guests who left their name and ordered nothing are erased, by a request like any other.`,
    },
    holds: { text: msg`Legal holds that ended are deleted, with the reason.` },
};

export const purposes: Labels = {
    NECESSARY: { text: msg`Necessary` },
    PREFERENCES: { text: msg`Preferences` },
    ANALYTICS: { text: msg`Statistics` },
    MARKETING: { text: msg`Marketing` },
    PERSONALISATION: { text: msg`Personalisation` },
    PROFILING: { text: msg`Profiling` },
};

export const consentMethods: Labels = {
    BANNER: { text: msg`In the shop’s banner` },
    ACCOUNT: { text: msg`In their account` },
    SIGN_IN: { text: msg`As a guest, taken over at the sign-in` },
    GPC: { text: msg`By Global Privacy Control` },
    STAFF: { text: msg`Written down by staff` },
    OBJECTION: { text: msg`By an objection` },
    ACCOUNT_CLOSED: { text: msg`The account was closed` },
};
