'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { useActionForm } from '@/components/ui/use-action';
import { findOrder } from './actions';

export function LookupForm({ code: initialCode }: { code: string }) {
    const t = useTranslations('order');
    const { message, form } = useActionForm(findOrder);
    const [code, setCode] = useState(initialCode);
    const [email, setEmail] = useState('');
    return (
        <form {...form} className="grid max-w-md gap-5">
            <Field
                name="code"
                label={t('code')}
                required
                autoComplete="off"
                value={code}
                onChange={event => setCode(event.target.value)}
            />
            <Field
                name="emailAddress"
                type="email"
                label={t('emailAddress')}
                required
                autoComplete="email"
                value={email}
                onChange={event => setEmail(event.target.value)}
            />
            <FormError>{message}</FormError>
            <SubmitButton className="justify-self-start">{t('find')}</SubmitButton>
        </form>
    );
}
