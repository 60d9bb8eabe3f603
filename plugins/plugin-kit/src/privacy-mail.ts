import { type RequestContext, VendureEvent } from '@vendure/core';

/** What goes by mail to somebody who asked about personal data: of who has an account, what staff decided alone. */
export interface PrivacyMail {
    /**
     * `confirm`: the link confirms what was asked for, once. `follow`: the link shows what becomes of it. `account`:
     * there is an account, which is the place to ask. `done`, `refused`: what staff decided about it.
     */
    readonly step: 'confirm' | 'follow' | 'account' | 'done' | 'refused';
    readonly emailAddress: string;
    /** What was asked for, as the Shop API names it: `ERASURE`. */
    readonly kind: string;
    /** Why it was refused, in words for the person. */
    readonly because?: string | undefined;
    /** Where it was asked for. @default as the context has it */
    readonly asked?: { readonly languageCode: string; readonly channelCode: string } | undefined;
    /** Of the link; empty where the account is the place to see it. */
    readonly token: string;
    /** Until when the link works. */
    readonly expiresAt: Date;
}

/**
 * Whoever publishes this sees to it that it is not too often; whoever can reach people listens: the mail plugin does.
 */
export class PrivacyMailEvent extends VendureEvent {
    /** @param ctx - Its language and channel are those of the mail, unless `asked` says others. */
    constructor(
        readonly ctx: RequestContext,
        readonly mail: PrivacyMail,
    ) {
        super();
    }
}
