import type { EmailEventHandler } from '@vendure/email-plugin';
import { storefrontRoutes } from '../domain/storefront-links';
import type { ResolvedMailOptions } from '../mail.options';
import { accountNotice } from './account-notice';

/** Tells the owner of an account that sign-in is refused for a while. */
export function signInBlocked(options: ResolvedMailOptions): EmailEventHandler {
    return accountNotice(options, {
        kind: 'sign-in-blocked',
        page: storefrontRoutes.forgotPassword,
        values: ({ minutes }) => ({ minutes: String(minutes) }),
    });
}
