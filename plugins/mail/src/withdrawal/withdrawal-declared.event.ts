import { type RequestContext, VendureEvent } from '@vendure/core';

/** What a shopper declared when withdrawing from a contract. */
export interface Withdrawal {
    readonly orderCode: string;
    /** Of the order's customer, where the receipt goes. */
    readonly emailAddress: string;
    /** As the shopper wrote it. */
    readonly name: string;
    /** Which goods, in the shopper's words; empty for all of them. */
    readonly goods: string;
    readonly declaredAt: Date;
}

/** A shopper has declared to withdraw from a contract. Once an order. */
export class WithdrawalDeclaredEvent extends VendureEvent {
    constructor(
        readonly ctx: RequestContext,
        readonly withdrawal: Withdrawal,
    ) {
        super();
    }
}
