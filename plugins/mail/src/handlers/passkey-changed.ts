import type { EmailEventHandler } from '@vendure/email-plugin';
import { storefrontRoutes } from '../domain/storefront-links';
import type { ResolvedMailOptions } from '../mail.options';
import { accountNotice } from './account-notice';
import { whenIn } from './when-in';

/** Tells the owner of an account of a passkey that was made for it, or taken from it. */
export function passkeyChanged(
    kind: 'passkey-added' | 'passkey-removed',
    options: ResolvedMailOptions,
): EmailEventHandler {
    return accountNotice(options, {
        kind,
        page: storefrontRoutes.sessions,
        details: ({ name, at }, _texts, { tag }) => ({ name, at: whenIn(tag, at) }),
    });
}
