'use client';

import { useTranslations } from 'next-intl';
import { TextArea } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { useActionOr } from '@/components/ui/use-action';
import { failedFor } from '@/lib/action-result';
import { sendAppeal, type AppealState } from './actions';

/** As the server has it. */
const maxLength = 2_000;

export function AppealForm({ orderCode }: { orderCode: string }) {
    const t = useTranslations('appeal');
    const [state, submit] = useActionOr<AppealState | undefined>(
        sendAppeal,
        undefined,
        (message, before) => ({
            result: failedFor('unanswered', message),
            text: before?.text ?? '',
        }),
    );
    return (
        <form action={submit} onReset={event => event.preventDefault()} className="mt-5 grid gap-5">
            <input type="hidden" name="orderCode" value={orderCode} />
            <TextArea
                name="text"
                label={t('label')}
                hint={t('hint')}
                rows={4}
                maxLength={maxLength}
                required
                defaultValue={state?.text}
            />
            <FormError>{state && !state.result.ok && state.result.error.message}</FormError>
            <SubmitButton look="secondary" pending={t('sending')} className="justify-self-start">
                {t('send')}
            </SubmitButton>
        </form>
    );
}
