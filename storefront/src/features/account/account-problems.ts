import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { ResultOf } from '@/graphql/graphql';
import { done, failed, type ActionResult } from '@/lib/action-result';
import type { Register, RequestReset, ResetPassword, SignIn, Verify } from './account-documents';

export async function explainSignIn(result: ResultOf<typeof SignIn>['login']): Promise<ActionResult> {
    const t = await getTranslations('problem');
    switch (result.__typename) {
        case 'CurrentUser':
            return done;
        case 'InvalidCredentialsError':
            return failed(
                t(result.authenticationError === 'TOO_MANY_ATTEMPTS' ? 'tooManyAttempts' : 'credentials'),
            );
        case 'NotVerifiedError':
            return failed(t('notVerified'));
        case 'NativeAuthStrategyError':
            return failed(t('noPasswords'));
    }
}

export async function explainRegistration(
    result: ResultOf<typeof Register>['registerCustomerAccount'],
): Promise<ActionResult> {
    const t = await getTranslations('problem');
    switch (result.__typename) {
        case 'Success':
            return done;
        // The form asks for none, so no field can say it.
        case 'MissingPasswordError':
            return failed(t('passwordMissing'));
        case 'PasswordValidationError':
            return failed(t('passwordRefused', { reason: result.validationErrorMessage }));
        case 'NativeAuthStrategyError':
            return failed(t('noPasswords'));
    }
}

export async function explainVerification(
    result: ResultOf<typeof Verify>['verifyCustomerAccount'],
): Promise<ActionResult> {
    const t = await getTranslations('problem');
    switch (result.__typename) {
        case 'CurrentUser':
            return done;
        case 'VerificationTokenInvalidError':
            return failed(t('linkInvalid'));
        case 'VerificationTokenExpiredError':
            return failed(t('linkExpired'));
        case 'MissingPasswordError':
            return failed(t('passwordMissing'));
        case 'PasswordValidationError':
            return refusedPassword(result.validationErrorMessage);
        case 'PasswordAlreadySetError':
            return failed(t('passwordSet'));
        case 'NativeAuthStrategyError':
            return failed(t('noPasswords'));
    }
}

export async function explainResetRequest(
    result: ResultOf<typeof RequestReset>['requestPasswordReset'],
): Promise<ActionResult> {
    const t = await getTranslations('problem');
    switch (result?.__typename) {
        // Vendure answers with nothing for an unknown address, and the shopper is not told either.
        case undefined:
            return done;
        case 'Success':
            return done;
        case 'NativeAuthStrategyError':
            return failed(t('noPasswords'));
    }
}

export async function explainReset(
    result: ResultOf<typeof ResetPassword>['resetPassword'],
): Promise<ActionResult> {
    const t = await getTranslations('problem');
    switch (result.__typename) {
        case 'CurrentUser':
            return done;
        case 'PasswordResetTokenInvalidError':
            return failed(t('linkInvalid'));
        case 'PasswordResetTokenExpiredError':
            return failed(t('linkExpired'));
        case 'PasswordValidationError':
            return refusedPassword(result.validationErrorMessage);
        case 'NotVerifiedError':
            return failed(t('notVerified'));
        case 'NativeAuthStrategyError':
            return failed(t('noPasswords'));
    }
}

async function refusedPassword(reason: string): Promise<ActionResult> {
    const t = await getTranslations('problem');
    const message = t('passwordRefused', { reason });
    return failed(message, { password: message });
}
