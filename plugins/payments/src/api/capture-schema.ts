import { parse } from 'graphql';

/** What the Admin API gains for taking held money in parts. */
export const captureSchema = parse(`
    "The payment was not captured: message says why. Nothing else has changed."
    type EfiCaptureError implements ErrorResult {
        errorCode: ErrorCode!
        message: String!
    }

    union CaptureEfiPaymentResult = Payment | EfiCaptureError

    extend type Mutation {
        """
        Takes a part of a payment's held money, e.g. for one fulfilment. The payment is settled once all was taken,
        or with the last part: then the rest is let go, and the payment's amount becomes what was taken.
        """
        captureEfiPayment(
            paymentId: ID!
            "In the shop's way of counting."
            amount: Money!
            "Let go of what is left over."
            final: Boolean! = false
        ): CaptureEfiPaymentResult!
    }
`);
