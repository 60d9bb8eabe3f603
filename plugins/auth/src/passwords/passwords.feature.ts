import { APP_INTERCEPTOR } from '@nestjs/core';
import type { AuthFeature } from '../auth-feature';
import { PasswordMessages } from './password-messages';
import { StaffPasswordsInterceptor } from './staff-passwords.interceptor';

/** The rule for new passwords holds for staff, and explains itself in the shop's languages. */
export const passwordsFeature: AuthFeature = {
    providers: [PasswordMessages, { provide: APP_INTERCEPTOR, useClass: StaffPasswordsInterceptor }],
};
