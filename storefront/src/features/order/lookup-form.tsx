'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useState } from 'react';
import { Field } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { findOrder } from './actions';

export function LookupForm({ code: initialCode }: { code: string }) {
    const t = useTranslations('order');
    const [result, submit] = useActionState(findOrder, undefined);
    const [code, setCode] = useState(initialCode);
    const [email, setEmail] = useState('');
    return (
        <form action={submit} className="grid max-w-md gap-5">
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
            <FormError>{result && !result.ok && result.error.message}</FormError>
            <SubmitButton className="justify-self-start">{t('find')}</SubmitButton>
        </form>
    );
}
