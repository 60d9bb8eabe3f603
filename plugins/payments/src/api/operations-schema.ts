import { parse } from 'graphql';

/**
 * What the Admin API gains for running payments day by day. States and kinds are strings, as those of Vendure's own
 * orders and payments are, so that lists can be filtered by them.
 */
export const operationsSchema = parse(`
    "An amount in the shop's way of counting: hundredths, whatever the currency, unless the shop has another precision."
    type EfiAmount {
        value: Money!
        currencyCode: CurrencyCode!
    }

    "One attempt to pay an order, or a part of it, through one provider."
    type EfiPaymentIntent implements Node {
        "A UUID. Arguments that take it are a String: Vendure reads arguments of type ID as whole numbers."
        id: ID!
        createdAt: DateTime!
        updatedAt: DateTime!
        orderId: ID!
        orderCode: String!
        "Code of the shop's payment method."
        methodCode: String!
        "Name of the provider's adapter, such as 'stripe'."
        gateway: String!
        "automatic: captured once the order has it. manual: captured by an administrator or a fulfilment."
        captureMode: String!
        """
        - processing: the provider is being asked, or its answer got lost and is being found out
        - action-required: the shopper has something to do at the provider
        - pending: the provider decides later
        - authorised: money is held or taken, and the order does not have it yet
        - recorded: the order has the payment
        - returning: the order did not take it, and the money is on its way back
        - declined, failed, voided: ended, nobody pays
        - quarantined: something does not fit, see quarantineReason; resolveEfiQuarantinedPayment decides
        - dismissed: a person dealt with it elsewhere
        """
        state: String!
        "What the shopper agreed to, or a person accepted since."
        money: EfiAmount!
        "The provider's id of the payment."
        providerReference: String
        "Of Vendure's payment, once the order has it."
        paymentId: ID
        failureCode: String
        failureMessage: String
        "In English; quarantine has the same as facts."
        quarantineReason: String
        quarantine: EfiQuarantineFacts
        card: EfiPaymentCard
        "How often it was looked at since it last got further."
        attempts: Int!
        "When it is looked at next; null when nothing is left to do."
        nextStepAt: DateTime
        balances: EfiPaymentBalances!
        "All money that moved, in the order of booking."
        ledger: [EfiPaymentLedgerEntry!]!
        "All calls that move money, the oldest first. A query of its own for each payment, as are the two fields below."
        operations: [EfiPaymentOperation!]!
        "What the provider told by itself, the oldest first. Kept for 90 days."
        webhookEvents: [EfiPaymentWebhookEvent!]!
        "What people decided, the oldest first."
        reviews: [EfiPaymentReview!]!
    }

    type EfiPaymentIntentList implements PaginatedList {
        items: [EfiPaymentIntent!]!
        totalItems: Int!
    }

    type EfiPaymentCard {
        brand: String
        last4: String
        "ISO 3166-1 alpha-2 of the issuer."
        country: String
    }

    "What follows from the ledger. All in the payment's currency."
    type EfiPaymentBalances {
        currencyCode: CurrencyCode!
        authorised: Money!
        captured: Money!
        voided: Money!
        refunded: Money!
        "Taken back by chargebacks that are open or lost."
        disputed: Money!
        "Still held."
        capturable: Money!
        "Captured, and neither refunded nor disputed."
        refundable: Money!
    }

    "Written once, never changed."
    type EfiPaymentLedgerEntry {
        id: ID!
        "authorised, captured, voided, refunded, dispute-opened, dispute-won or dispute-lost"
        kind: String!
        money: EfiAmount!
        "The provider's id of the movement."
        providerReference: String!
        "By the provider's clock."
        occurredAt: DateTime!
        recordedAt: DateTime!
        "Who told: response, webhook, resolver, reconciliation or person."
        source: String!
    }

    type EfiPaymentOperation {
        "A UUID."
        id: ID!
        createdAt: DateTime!
        updatedAt: DateTime!
        "authorise, capture, void or refund"
        kind: String!
        money: EfiAmount!
        "pending: about to be sent. unknown: no clear answer, being found out. succeeded, failed: the provider answered."
        state: String!
        "The same with each try: the provider carries out one call per key."
        idempotencyKey: String!
        "The provider's id of what the call did."
        providerReference: String
        error: String
        attempts: Int!
        "When the order took note of it."
        claimedAt: DateTime
    }

    type EfiPaymentWebhookEvent {
        id: ID!
        "The provider's id."
        eventId: String!
        "The provider's name of it."
        type: String!
        receivedAt: DateTime!
        "Null while the provider has to send it again."
        processedAt: DateTime
        deliveries: Int!
    }

    """
    What does not fit. code is one of second-payment, belongs-to-another, other-currency, movement-changed, other-amount,
    held-too-much, taken-too-much, given-back-too-much, return-refused, no-answer, unfinished.
    """
    type EfiQuarantineFacts {
        code: String!
        "The provider's id of the payment or movement that does not fit."
        reference: String
        "Of the payment that it clashes with."
        other: String
        "What the provider has."
        there: EfiAmount
        "What was expected."
        here: EfiAmount
        detail: String
    }

    "A person's decision about a payment in quarantine."
    type EfiPaymentReview {
        id: ID!
        createdAt: DateTime!
        "Why the payment was in quarantine."
        quarantineReason: String!
        quarantine: EfiQuarantineFacts
        resolution: EfiQuarantineResolution!
        "In the person's words."
        reason: String!
        "Login name of the person."
        userIdentifier: String!
    }

    enum EfiQuarantineResolution {
        "It is right as the provider has it: the order keeps the payment, or gets it now."
        ACCEPT
        "The money goes back: voided while it is held, refunded once it was taken. Not for a payment that an order has."
        RETURN
        "It was dealt with elsewhere: no step is taken by itself, now or later."
        DISMISS
    }

    "A provider, and how it fared in the last quarter of an hour with all servers and workers."
    type EfiPaymentGateway {
        name: String!
        "token, redirect or element"
        flow: String!
        canCaptureLater: Boolean!
        canCapturePartially: Boolean!
        canCaptureRepeatedly: Boolean!
        canRefundPartially: Boolean!
        "closed: calls are made. open: at least one process makes none for a while. half-open: one call tries."
        circuit: String!
        calls: Int!
        "Calls that the provider did not answer. A refusal and a declined card are answers."
        failures: Int!
        "From 0 to 1; null without calls."
        successRate: Float
        "Milliseconds, with retries; null without calls."
        averageDuration: Int
        lastError: String
        lastErrorAt: DateTime
        "Payments that nobody knows the outcome of, or that wait for their next step."
        unsettled: Int!
    }

    "One comparison of the ledger with a provider's books."
    type EfiReconciliation implements Node {
        id: ID!
        "When it began."
        createdAt: DateTime!
        updatedAt: DateTime!
        gateway: String!
        periodFrom: DateTime!
        periodTo: DateTime!
        "running, completed or failed"
        state: String!
        "That the provider listed."
        movements: Int!
        "Missing here before, and booked by it."
        repaired: Int!
        "Left for a person."
        discrepancies: Int!
        error: String
        finishedAt: DateTime
    }

    type EfiReconciliationList implements PaginatedList {
        items: [EfiReconciliation!]!
        totalItems: Int!
    }

    "A movement of money that a provider and the ledger do not have alike."
    type EfiDiscrepancy implements Node {
        id: ID!
        "When it was found first."
        createdAt: DateTime!
        updatedAt: DateTime!
        "Of the reconciliation that saw it last."
        reconciliationId: ID!
        gateway: String!
        "missing-here: only the provider has it. missing-there: only the ledger has it. differs: the amounts do."
        kind: String!
        "See EfiPaymentLedgerEntry.kind."
        movementKind: String!
        "The provider's id of the movement."
        providerReference: String!
        "The provider's id of the payment."
        paymentReference: String
        "Of the payment here, when there is one: a UUID."
        intentId: String
        there: EfiAmount
        here: EfiAmount
        "By the provider's clock."
        occurredAt: DateTime!
        "open, or resolved: by a person, or because a later reconciliation found it right."
        state: String!
        resolvedAt: DateTime
        "Login name; null when nobody had to."
        resolvedBy: String
        reason: String
    }

    type EfiDiscrepancyList implements PaginatedList {
        items: [EfiDiscrepancy!]!
        totalItems: Int!
    }

    extend type Query {
        "Payments of the active channel; in the default channel, of all."
        efiPaymentIntents(options: EfiPaymentIntentListOptions): EfiPaymentIntentList!
        efiPaymentIntent(id: String!): EfiPaymentIntent
        efiPaymentGateways: [EfiPaymentGateway!]!
        "In the default channel only: a provider's books are those of the whole shop."
        efiReconciliations(options: EfiReconciliationListOptions): EfiReconciliationList!
        "In the default channel only."
        efiDiscrepancies(options: EfiDiscrepancyListOptions): EfiDiscrepancyList!
    }


    # Vendure fills these in at start-up: skip, take, sort and filter by the fields of the type.
    input EfiPaymentIntentListOptions
    input EfiReconciliationListOptions
    input EfiDiscrepancyListOptions

    "The decision is not possible; the message says why."
    type EfiQuarantineResolutionError implements ErrorResult {
        errorCode: ErrorCode!
        message: String!
    }

    union ResolveEfiQuarantinedPaymentResult = EfiPaymentIntent | EfiQuarantineResolutionError

    input ResolveEfiQuarantinedPaymentInput {
        intentId: String!
        resolution: EfiQuarantineResolution!
        "Why, for those who look at it later. Not empty."
        reason: String!
    }

    input ResolveEfiDiscrepancyInput {
        id: ID!
        "Why, for those who look at it later. Not empty."
        reason: String!
    }

    input StartEfiReconciliationInput {
        "One provider; all of them by default."
        gateway: String
        "Begin of the period, together with its end. By default what was not compared yet, and a day more."
        from: DateTime
        "End of the period, not part of it."
        to: DateTime
    }

    extend type Mutation {
        "Decides about a payment in quarantine. Who, when and why is kept."
        resolveEfiQuarantinedPayment(input: ResolveEfiQuarantinedPaymentInput!): ResolveEfiQuarantinedPaymentResult!
        "Closes a discrepancy. It stays closed unless the amounts change. In the default channel only."
        resolveEfiDiscrepancy(input: ResolveEfiDiscrepancyInput!): EfiDiscrepancy!
        "Compares the ledger with providers' books, by a job. In the default channel only."
        startEfiReconciliation(input: StartEfiReconciliationInput): Job!
        "Asks the provider how a payment stands and takes its next step now rather than at nextStepAt."
        retryEfiPayment(intentId: String!): EfiPaymentIntent!
    }
`);
