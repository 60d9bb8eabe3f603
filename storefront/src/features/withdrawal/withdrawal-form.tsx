'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { DoneBox } from '@/components/ui/done-box';
import { Field, TextArea } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { useActionForm } from '@/components/ui/use-action';
import { declareWithdrawal, type WithdrawalReceipt } from './actions';

const fields = [
    { name: 'name', type: 'text', autoComplete: 'name' },
    { name: 'orderCode', type: 'text', autoComplete: 'off' },
    { name: 'emailAddress', type: 'email', autoComplete: 'email' },
] as const;

type Values = Readonly<Record<(typeof fields)[number]['name'] | 'goods', string>>;

/** The declaration that withdraws from a contract, and what confirms that it has arrived. */
export function WithdrawalForm({ initial }: { initial: Values }) {
    const t = useTranslations('withdrawal');
    const { result, error, message, form } = useActionForm(declareWithdrawal);
    const [values, setValues] = useState(initial);
    const bind = (name: keyof Values) => ({
        name,
        value: values[name],
        onChange: (event: { target: { value: string } }) =>
            setValues(old => ({ ...old, [name]: event.target.value })),
    });

    if (result?.ok) {
        return <Receipt receipt={result.data} />;
    }
    return (
        <form {...form} noValidate className="grid gap-5">
            {fields.map(field => (
                <Field
                    key={field.name}
                    {...field}
                    {...bind(field.name)}
                    required
                    label={t(field.name)}
                    error={error?.fields?.[field.name]}
                />
            ))}
            <TextArea {...bind('goods')} rows={3} maxLength={1000} label={t('goods')} hint={t('goodsHint')} />
            <p className="text-[0.95rem] text-muted">{t('statement')}</p>
            <FormError>{message}</FormError>
            <SubmitButton pending={t('sending')} className="justify-self-start">
                {t('confirm')}
            </SubmitButton>
        </form>
    );
}

function Receipt({ receipt }: { receipt: WithdrawalReceipt }) {
    const t = useTranslations('withdrawal');
    const format = useFormatter();
    return (
        <DoneBox title={t('received')}>
            <p>
                {t('receivedText', {
                    code: receipt.orderCode,
                    time: format.dateTime(new Date(receipt.declaredAt), {
                        dateStyle: 'long',
                        timeStyle: 'long',
                    }),
                })}
            </p>
            <p className="text-muted">{t('mailText', { email: receipt.emailAddress })}</p>
        </DoneBox>
    );
}
