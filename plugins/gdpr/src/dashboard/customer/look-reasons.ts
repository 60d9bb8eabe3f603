import type { Labels } from '@efi/plugin-kit/dashboard';
import { msg } from '@lingui/core/macro';

export const lookReasons: Labels = {
    CUSTOMER_ASKED: { text: msg`The customer asked` },
    SUPPORT_CASE: { text: msg`A support case` },
    PRIVACY_REQUEST: { text: msg`A privacy request` },
    FRAUD_CHECK: { text: msg`A check for fraud` },
    LEGAL_MATTER: { text: msg`A legal matter` },
    OTHER: { text: msg`Something else` },
};
