import type { Order } from '@vendure/core';

/** Where mail goes: to a mail server, or to files that are read in the browser. */
export type MailDelivery =
    | {
          /** e.g. `smtps://user:password@mail.example.com:465`. */
          readonly smtpUrl: string;
      }
    | {
          /** Folder for the mails, one JSON file each. For demonstrations and development: anyone may read it. */
          readonly mailboxDir: string;
          /** Path of the mailbox on the server. @default 'mailbox' */
          readonly route?: string;
      };

export interface MailPluginOptions {
    readonly delivery: MailDelivery;
    /** Sender, e.g. `"My Shop" <shop@example.com>`. */
    readonly from: string;
    /** Public address of the storefront, which the links in mails lead to. */
    readonly storefrontUrl: string;
    /** Name of the shop, as its mails call it. */
    readonly shopName: string;
    /** Market for what happens in the default channel, which is no market. @default 'us' */
    readonly defaultMarket?: string;
    /** Time zone in which mails give dates. @default 'UTC' */
    readonly timeZone?: string;
    /**
     * Whether the shopper fetches the goods with the shipping method of this code: the notice then says "ready for
     * collection" in place of "on its way". @default codes that contain `collect` or `pickup`
     */
    readonly isCollection?: (shippingMethodCode: string) => boolean;
    /** What the link to an order brings along, so that who ordered as a guest need not say who they are. @default nothing */
    readonly orderKeyOf?: (orderCode: string) => string | undefined;
    /** The VAT number of the company that an order is for, which its confirmation shows. @default of no order */
    readonly vatNumberOf?: (order: Order) => string | undefined;
    /**
     * Where shoppers fetch an order, which its mails name: a name, and the lines of an address. Asked for orders that are
     * fetched. @default of no order
     */
    readonly pickUpPlaceOf?: (order: Order) => readonly string[] | undefined;
}

export type ResolvedMailOptions = Required<MailPluginOptions>;

export function resolveMailOptions(options: MailPluginOptions): ResolvedMailOptions {
    return {
        defaultMarket: 'us',
        timeZone: 'UTC',
        orderKeyOf: () => undefined,
        vatNumberOf: () => undefined,
        pickUpPlaceOf: () => undefined,
        isCollection: code => /collect|pick-?up/i.test(code),
        ...options,
    };
}
