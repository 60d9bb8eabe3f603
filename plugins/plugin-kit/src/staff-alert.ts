import { type RequestContext, VendureEvent } from '@vendure/core';

/** Something unusual that those who look after the shop should hear of. */
export interface StaffAlert {
    /** Name of the rule that found it. */
    readonly pattern: string;
    /** How often it happened. */
    readonly count: number;
    readonly at: Date;
    /** In which `at` is told, as IANA names it. */
    readonly timeZone: string;
    /** Name of the account that it is about. */
    readonly account?: string | null;
    /** IP address. */
    readonly address?: string | null;
    /** What else there is to say. */
    readonly message?: string | null;
    /** Whether others that come soon are shown in the Dashboard only. */
    readonly isLast: boolean;
}

/**
 * Whoever publishes this sees to it that it is not too often; whoever can reach people listens: the mail plugin does.
 */
export class StaffAlertEvent extends VendureEvent {
    /**
     * @param ctx - Its language and channel are those of the message.
     * @param recipients - E-mail addresses.
     */
    constructor(
        readonly ctx: RequestContext,
        readonly recipients: readonly string[],
        readonly alert: StaffAlert,
    ) {
        super();
    }
}
