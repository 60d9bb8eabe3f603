import { graphql } from '@/graphql/graphql';

export const PaymentMethodCodes = graphql(`
    query PaymentMethodCodes {
        activePaymentMethods {
            code
        }
    }
`);

export const ForgetCard = graphql(`
    mutation ForgetCard($method: String!, $reference: String!) {
        forgetEfiSavedPaymentMethod(method: $method, reference: $reference) {
            reference
        }
    }
`);
