import { applyProviderPayment } from './apply-provider-payment';
import { endIntent } from './conclude-operation';
import type { IntentChange, IntentRecord } from './intent-record';
import type { PaymentAction } from './payment-intent';
import type { PaymentSnapshot } from './payment-snapshot';

/** What a provider answered when a payment was started. */
export type AuthoriseAnswer =
    | { readonly status: 'authorised' | 'pending'; readonly payment: PaymentSnapshot }
    | {
          readonly status: 'action-required';
          readonly payment: PaymentSnapshot;
          readonly action: PaymentAction;
      }
    | {
          readonly status: 'declined';
          readonly payment?: PaymentSnapshot;
          readonly code: string;
          readonly message: string;
      };

/** Books the answer to `authorise`. @returns `undefined` when it tells nothing new. */
export function applyAuthoriseAnswer(
    record: IntentRecord,
    operationId: string,
    answer: AuthoriseAnswer,
): IntentChange | undefined {
    switch (answer.status) {
        case 'authorised':
        case 'pending':
            return applyProviderPayment(record, answer.payment, 'response', operationId);
        case 'action-required': {
            const { payment, action } = answer;
            return applyProviderPayment(record, { ...payment, action }, 'response', operationId);
        }
        case 'declined': {
            const decline = { code: answer.code, message: answer.message };
            return answer.payment
                ? applyProviderPayment(record, { ...answer.payment, decline }, 'response', operationId)
                : endIntent(record, 'declined', decline);
        }
    }
}
