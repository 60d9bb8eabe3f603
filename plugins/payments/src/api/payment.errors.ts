import { ErrorResult } from '@vendure/core/dist/common/error/generated-graphql-shop-errors';
import type { PaymentIntent } from '../domain/payment-intent';
import { type GraphqlAction, toGraphqlAction } from './graphql-action';

/** See the schema. */
export class EfiPaymentActionRequiredError extends ErrorResult {
    override readonly __typename = 'EfiPaymentActionRequiredError';
    override readonly errorCode = 'EFI_PAYMENT_ACTION_REQUIRED_ERROR';
    override message = 'EFI_PAYMENT_ACTION_REQUIRED_ERROR';
    readonly intentId: string;
    readonly action: GraphqlAction | undefined;

    constructor(intent: PaymentIntent) {
        super();
        this.intentId = intent.id;
        this.action = toGraphqlAction(intent.action);
    }
}

/** See the schema. */
export class EfiPaymentPendingError extends ErrorResult {
    override readonly __typename = 'EfiPaymentPendingError';
    override readonly errorCode = 'EFI_PAYMENT_PENDING_ERROR';
    override message = 'EFI_PAYMENT_PENDING_ERROR';

    constructor(readonly intentId: string) {
        super();
    }
}
