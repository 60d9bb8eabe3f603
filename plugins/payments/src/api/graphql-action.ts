import type { PaymentAction } from '../domain/payment-intent';

/** `EfiPaymentAction` of the schema. */
export interface GraphqlAction {
    readonly kind: 'REDIRECT' | 'CLIENT_CONFIRMATION';
    readonly url?: string;
    readonly clientSecret?: string;
}

export function toGraphqlAction(action: PaymentAction | undefined): GraphqlAction | undefined {
    switch (action?.kind) {
        case 'redirect':
            return { kind: 'REDIRECT', url: action.url };
        case 'client-confirmation':
            return { kind: 'CLIENT_CONFIRMATION', clientSecret: action.clientSecret };
        case undefined:
            return undefined;
    }
}
