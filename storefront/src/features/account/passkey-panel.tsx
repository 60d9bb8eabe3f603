'use client';

import { useTranslations } from 'next-intl';
import { FormError, FormSuccess } from '@/components/ui/form-message';
import { PasswordField } from '@/components/ui/password-field';
import { SubmitButton } from '@/components/ui/submit-button';
import { useActionOr } from '@/components/ui/use-action';
import { failed } from '@/lib/action-result';
import { type CeremonyResult, makePasskey } from './passkey-ceremony';
import { PasskeyList } from './passkey-list';
import type { Passkey } from './passkeys';
import { usePasskeySupport } from './use-passkey-support';

/** The customer's passkeys, and a button for one more where the browser can make one. */
export function PasskeyPanel({ passkeys }: { passkeys: readonly Passkey[] }) {
    const t = useTranslations('account');
    return (
        <div className="grid gap-6">
            {passkeys.length > 0 ? (
                <PasskeyList passkeys={passkeys} />
            ) : (
                <p className="text-[0.95rem] text-muted">{t('noPasskeys')}</p>
            )}
            {usePasskeySupport() ? (
                <AddPasskey />
            ) : (
                <p className="text-sm text-muted">{t('passkeysUnsupported')}</p>
            )}
        </div>
    );
}

function AddPasskey() {
    const t = useTranslations('account');
    const problem = useTranslations('problem');
    const [result, submit] = useActionOr<CeremonyResult | undefined>(
        (_state, form) => {
            const password = form.get('password');
            return makePasskey(typeof password === 'string' && password !== '' ? password : undefined);
        },
        undefined,
        // Where a password was asked for it still is.
        (message, before) => failed(message, faultOf(before)?.fields),
    );
    const error = faultOf(result);
    const passwordFault = error?.fields?.['password'];
    return (
        <form
            action={submit}
            onReset={event => !result?.ok && event.preventDefault()}
            noValidate
            className="grid gap-5"
        >
            {passwordFault && (
                <PasswordField autoComplete="current-password" label={t('password')} error={passwordFault} />
            )}
            <SubmitButton look="secondary" pending={t('askingPasskey')}>
                {t('addPasskey')}
            </SubmitButton>
            <div>
                <FormError>
                    {result && !result.ok && 'refusal' in result
                        ? problem(result.refusal)
                        : error?.message !== passwordFault && error?.message}
                </FormError>
                <FormSuccess>{result?.ok && t('passkeyAdded')}</FormSuccess>
            </div>
        </form>
    );
}

/** What the server found wrong, if it was asked at all. */
function faultOf(result: CeremonyResult | undefined) {
    return result && !result.ok && 'error' in result ? result.error : undefined;
}
