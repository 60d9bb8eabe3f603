import { APP_INTERCEPTOR } from '@nestjs/core';
import type { AuthFeature } from '../auth-feature';
import { AccountNotices } from '../infrastructure/account-notices';
import { CredentialChanges } from './credential-changes';
import { PasswordMessages } from './password-messages';
import { StaffPasswordsInterceptor } from './staff-passwords.interceptor';

/**
 * The rule for new passwords holds for staff, and explains itself in the shop's languages. Another password ends other
 * sessions, and owners hear of it.
 */
export const passwordsFeature: AuthFeature = {
    providers: [
        PasswordMessages,
        AccountNotices,
        CredentialChanges,
        { provide: APP_INTERCEPTOR, useClass: StaffPasswordsInterceptor },
    ],
};
