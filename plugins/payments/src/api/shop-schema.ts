import { parse } from 'graphql';

/** Both APIs: history entries of an order are read in either. */
export const historySchema = parse(`
    extend enum HistoryEntryType {
        "An order did not take a payment that was authorised; the money went back. data: intentId, amount, currencyCode."
        EFI_PAYMENT_RETURNED
    }
`);

/** What the Shop API gains. */
export const shopSchema = parse(`
    enum EfiPaymentActionKind {
        "Send the shopper to \`url\`. The provider sends them back to the \`returnUrl\` of the payment."
        REDIRECT
        "Hand \`clientSecret\` to the provider's component in the page."
        CLIENT_CONFIRMATION
    }

    "What the shopper has to do before the provider goes on. Afterwards, call addPaymentToOrder with the same method again."
    type EfiPaymentAction {
        kind: EfiPaymentActionKind!
        url: String
        clientSecret: String
    }

    "The shopper has something to do at the provider first. Nothing was charged yet."
    type EfiPaymentActionRequiredError implements ErrorResult {
        errorCode: ErrorCode!
        message: String!
        intentId: String!
        action: EfiPaymentAction!
    }

    "The provider decides later, or its answer got lost and is being found out. Do not pay again: ask efiPayment(intentId)."
    type EfiPaymentPendingError implements ErrorResult {
        errorCode: ErrorCode!
        message: String!
        intentId: String!
    }

    extend union AddPaymentToOrderResult = EfiPaymentActionRequiredError | EfiPaymentPendingError

    enum EfiPaymentProgress {
        "The provider is being asked."
        PROCESSING
        "The shopper has something to do: see action."
        ACTION_REQUIRED
        "The provider decides later, or somebody of the shop has to look at it."
        PENDING
        "The order has the payment."
        PAID
        DECLINED
        FAILED
        "Nothing is charged: the attempt was given up, or the order did not take the payment and the money goes back."
        CANCELLED
    }

    type EfiPaymentStatus {
        intentId: String!
        state: EfiPaymentProgress!
        orderCode: String!
        orderState: String!
        action: EfiPaymentAction
        "Why it was declined or failed, fit for the shopper."
        message: String
    }

    extend type Query {
        "How an attempt to pay stands. Whoever has the intent's id, a UUID, may ask."
        efiPayment(intentId: String!): EfiPaymentStatus
    }

    enum EfiPaymentFlow {
        "The storefront gets a token from the provider's page and sends it as metadata.token."
        TOKEN
        "The shopper goes to the provider's page and comes back."
        REDIRECT
        "The provider's component in the storefront's page."
        ELEMENT
    }

    "What a storefront needs to know to offer a payment method."
    type EfiPaymentMethodInfo {
        gateway: String!
        flow: EfiPaymentFlow!
        "What the browser needs, such as a publishable key."
        publicConfiguration: JSON!
        canSaveMethod: Boolean!
    }

    extend type PaymentMethodQuote {
        "Null for methods that go through no gateway."
        efiPayment: EfiPaymentMethodInfo
    }
`);
