'use client';

import { KeyRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { FormError } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { useActionOr } from '@/components/ui/use-action';
import { failedFor } from '@/lib/action-result';
import { type CeremonyResult, signInByPasskey } from './passkey-ceremony';
import { usePasskeySupport } from './use-passkey-support';

/**
 * A button that signs in with a passkey; nothing where the browser knows none.
 *
 * @param to - Where to go on to, as `wayOn` knows it.
 */
export function PasskeySignIn({ to }: { to: string | undefined }) {
    const t = useTranslations('account');
    const problem = useTranslations('problem');
    const [result, submit] = useActionOr<CeremonyResult | undefined>(
        () => signInByPasskey(to),
        undefined,
        message => failedFor('unanswered', message),
    );
    if (!usePasskeySupport()) {
        return null;
    }
    return (
        <form action={submit} className="mt-6 grid gap-5">
            <p className="flex items-center gap-4 text-sm text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
                {t('or')}
            </p>
            <SubmitButton look="secondary" pending={t('askingPasskey')}>
                <KeyRound aria-hidden className="size-5" strokeWidth={1.5} />
                {t('usePasskey')}
            </SubmitButton>
            <FormError>
                {result &&
                    !result.ok &&
                    ('refusal' in result ? problem(result.refusal) : result.error.message)}
            </FormError>
        </form>
    );
}
