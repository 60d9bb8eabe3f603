import { MailPlugin } from '@efi/mail-plugin';
import { type KeptPlace, keptPlaceOf } from '@efi/pick-up-plugin';
import { vatNumberOf } from '@efi/vat-number-plugin';
import type { Type } from '@vendure/core';
import path from 'node:path';
import type { Env } from '../env';
import { orderKeys } from './order-access';

/** Mail goes out over SMTP in production, and into a mailbox in the browser in demo mode. */
export function mailPlugin(env: Env): Type<MailPlugin> {
    return MailPlugin.init({
        delivery:
            env.isProduction && env.SMTP_URL
                ? { smtpUrl: env.SMTP_URL }
                : { mailboxDir: path.join(env.DATA_DIR, 'mail'), route: 'mailbox' },
        from: env.MAIL_FROM,
        storefrontUrl: env.STOREFRONT_URL,
        shopName: shopName(env.MAIL_FROM),
        vatNumberOf,
        orderKeyOf: orderKeys(env),
        pickUpPlaceOf: order => {
            const place = keptPlaceOf(order);
            return place && placeLines(place);
        },
    });
}

/** As on an envelope. */
function placeLines({ name, streetLine, postalCode, city }: KeptPlace): string[] {
    return [name, streetLine, `${postalCode} ${city}`.trim()].filter(line => line !== '');
}

/** The display name of the sender: `"My Shop" <shop@example.com>`. */
export function shopName(sender: string): string {
    return (
        sender
            .replace(/<[^>]*>/, '')
            .replaceAll('"', '')
            .trim() || sender
    );
}
