import type { CredentialNotice } from '@efi/plugin-kit';
import type { EmailEventHandler } from '@vendure/email-plugin';
import { storefrontRoutes } from '../domain/storefront-links';
import type { ResolvedMailOptions } from '../mail.options';
import { accountNotice } from './account-notice';
import { whenIn } from './when-in';

const kinds: readonly CredentialNotice['kind'][] = [
    'password-changed',
    'email-address-changed',
    'second-factor-added',
    'second-factor-removed',
    'code-used-twice',
];

/** Tells the owner of an account what became of that by which it is signed in to: a mail for each kind. */
export function credentialChanged(options: ResolvedMailOptions): EmailEventHandler[] {
    return kinds.map(kind =>
        accountNotice(options, {
            kind,
            page: storefrontRoutes.sessions,
            details: ({ at }, _texts, { tag }) => ({ at: whenIn(tag, at) }),
        }),
    );
}
