import type { EmailEventHandler } from '@vendure/email-plugin';
import { storefrontRoutes } from '../domain/storefront-links';
import type { ResolvedMailOptions } from '../mail.options';
import { accountNotice } from './account-notice';
import { whenIn } from './when-in';

/** Tells the owner of an account of a sign-in from a device that is new there. */
export function newDevice(options: ResolvedMailOptions): EmailEventHandler {
    return accountNotice(options, {
        kind: 'new-device',
        page: storefrontRoutes.sessions,
        details: ({ device, address, at }, { unknownDevice }, { tag }) => ({
            device: device || unknownDevice,
            address,
            at: whenIn(tag, at),
        }),
    });
}
