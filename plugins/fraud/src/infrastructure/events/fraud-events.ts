import { type Order, type RequestContext, VendureEvent } from '@vendure/core';

/** Published when somebody wants to ask a customer about an order under review. Listen to it to send the mail. */
export class FraudQuestionAskedEvent extends VendureEvent {
    constructor(
        readonly ctx: RequestContext,
        /** With its customer. */
        readonly order: Order,
        readonly question: string,
    ) {
        super();
    }
}

/** Published when a person has decided about a customer's appeal. Listen to it to send the mail. */
export class FraudAppealDecidedEvent extends VendureEvent {
    constructor(
        readonly ctx: RequestContext,
        /** With its customer. */
        readonly order: Order,
        readonly isGranted: boolean,
        /** For the customer. */
        readonly answer: string,
    ) {
        super();
    }
}

/** Published when a channel is given another policy, once that is committed. */
export class FraudPolicySetEvent extends VendureEvent {
    constructor(readonly ctx: RequestContext) {
        super();
    }
}

/** Published when an order under review was rejected; its money is on the way back. */
export class FraudReviewRejectedEvent extends VendureEvent {
    constructor(
        readonly ctx: RequestContext,
        /** With its customer. */
        readonly order: Order,
    ) {
        super();
    }
}
