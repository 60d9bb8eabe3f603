import { type RequestContext, VendureEvent } from '@vendure/core';

/** That by which an account is signed in to has changed, or somebody has used a code of its second factor again. */
export interface CredentialNotice {
    readonly kind:
        | 'password-changed'
        /** Goes to the address from before. */
        | 'email-address-changed'
        | 'second-factor-added'
        | 'second-factor-removed'
        | 'code-used-twice';
    readonly at: Date;
}

/** What the owner of an account should hear about. */
export type AccountNotice =
    | CredentialNotice
    /** Sign-in is refused for a while, after many wrong passwords from one place or from many. */
    | { readonly kind: 'sign-in-blocked'; readonly minutes: number }
    /** Somebody signed in with a device that the account was not used with before. */
    | { readonly kind: 'new-device'; readonly device: string; readonly address: string; readonly at: Date }
    /** A passkey was made for the account, or taken from it. */
    | {
          readonly kind: 'passkey-added' | 'passkey-removed';
          readonly name: string;
          readonly at: Date;
      };

/**
 * Tells the owner of an account about it. Whoever publishes this sees to it that it is not too often; whoever can
 * reach people listens: the mail plugin does.
 */
export class AccountNoticeEvent extends VendureEvent {
    /**
     * @param ctx - Its language and channel are those of the message.
     * @param emailAddress - Of the account's owner.
     * @param isStaff - Whether the account is for the Admin API: the storefront's pages are of no use to it.
     */
    constructor(
        readonly ctx: RequestContext,
        readonly emailAddress: string,
        readonly isStaff: boolean,
        readonly notice: AccountNotice,
    ) {
        super();
    }
}
