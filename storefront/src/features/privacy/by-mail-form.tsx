'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { DoneBox } from '@/components/ui/done-box';
import { Field, SelectField, TextArea } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { useActionForm } from '@/components/ui/use-action';
import { askByMail } from './by-mail-actions';
import { askedKinds } from './asked-kinds';

/** Asks about personal data by the e-mail address that somebody ordered with. */
export function ByMailForm() {
    const t = useTranslations('privacyByMail');
    const tKind = useTranslations('personalData');
    const { result, error, message, form } = useActionForm(askByMail);
    const [values, setValues] = useState({ emailAddress: '', kind: 'PORTABILITY', note: '' });
    const bind = (name: keyof typeof values) => ({
        name,
        value: values[name],
        onChange: (event: { target: { value: string } }) =>
            setValues(old => ({ ...old, [name]: event.target.value })),
    });

    if (result?.ok) {
        return <Sent emailAddress={result.data} />;
    }
    return (
        <form {...form} noValidate className="grid gap-5">
            <Field
                {...bind('emailAddress')}
                type="email"
                autoComplete="email"
                required
                label={t('emailAddress')}
                hint={t('emailAddressHint')}
                error={error?.fields?.['emailAddress']}
            />
            <SelectField
                {...bind('kind')}
                label={t('kind')}
                options={askedKinds.map(kind => ({ value: kind, label: tKind(`kind_${kind}`) }))}
            />
            <TextArea {...bind('note')} rows={3} maxLength={2000} label={t('note')} hint={t('noteHint')} />
            <p className="text-[0.95rem] text-muted">{t('statement')}</p>
            <FormError>{message}</FormError>
            <SubmitButton pending={t('sending')} className="justify-self-start">
                {t('ask')}
            </SubmitButton>
        </form>
    );
}

function Sent({ emailAddress }: { emailAddress: string }) {
    const t = useTranslations('privacyByMail');
    return (
        <DoneBox title={t('sent')}>
            <p>{t('sentText', { email: emailAddress })}</p>
            <p className="text-muted">{t('sentNothing')}</p>
        </DoneBox>
    );
}
