import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { ResultOf } from '@/graphql/graphql';
import { done, failed, type ActionResult } from '@/lib/action-result';
import type { ChangePassword, ConfirmEmailChange, RequestEmailChange } from './credential-documents';

export async function explainPasswordChange(
    result: ResultOf<typeof ChangePassword>['updateCustomerPassword'],
): Promise<ActionResult> {
    const t = await getTranslations('problem');
    switch (result.__typename) {
        case 'Success':
            return done;
        case 'InvalidCredentialsError':
            return failed(t('passwordWrong'), { currentPassword: t('passwordWrong') });
        case 'PasswordValidationError': {
            const message = t('passwordRefused', { reason: result.validationErrorMessage });
            return failed(message, { newPassword: message });
        }
        case 'NativeAuthStrategyError':
            return failed(t('noPasswords'));
    }
}

export async function explainEmailChangeRequest(
    result: ResultOf<typeof RequestEmailChange>['requestUpdateCustomerEmailAddress'],
): Promise<ActionResult> {
    const t = await getTranslations('problem');
    switch (result.__typename) {
        case 'Success':
            return done;
        case 'InvalidCredentialsError':
            return failed(t('passwordWrong'), { password: t('passwordWrong') });
        case 'EmailAddressConflictError':
            return failed(t('emailInUse'), { newEmailAddress: t('emailInUse') });
        case 'NativeAuthStrategyError':
            return failed(t('noPasswords'));
    }
}

export async function explainEmailChange(
    result: ResultOf<typeof ConfirmEmailChange>['updateCustomerEmailAddress'],
): Promise<ActionResult> {
    const t = await getTranslations('problem');
    switch (result.__typename) {
        case 'Success':
            return done;
        case 'IdentifierChangeTokenInvalidError':
            return failed(t('linkInvalid'));
        case 'IdentifierChangeTokenExpiredError':
            return failed(t('linkExpired'));
        case 'NativeAuthStrategyError':
            return failed(t('noPasswords'));
    }
}
