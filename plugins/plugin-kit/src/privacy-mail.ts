import { type RequestContext, VendureEvent } from '@vendure/core';

/** What goes by mail to somebody who asked about personal data without an account. */
export interface PrivacyMail {
    /**
     * `confirm`: the link confirms what was asked for, once. `follow`: the link shows what becomes of it. `account`:
     * there is an account, which is the place to ask.
     */
    readonly step: 'confirm' | 'follow' | 'account';
    readonly emailAddress: string;
    /** What was asked for, as the Shop API names it: `ERASURE`. */
    readonly kind: string;
    /** Of the link; empty for `account`. */
    readonly token: string;
    /** Until when the link works. */
    readonly expiresAt: Date;
}

/**
 * Whoever publishes this sees to it that it is not too often; whoever can reach people listens: the mail plugin does.
 */
export class PrivacyMailEvent extends VendureEvent {
    /** @param ctx - Its language and channel are those of the mail. */
    constructor(
        readonly ctx: RequestContext,
        readonly mail: PrivacyMail,
    ) {
        super();
    }
}
