'use client';

import { Lock } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { FormError } from '@/components/ui/form-message';
import { RadioCards } from '@/components/ui/radio-cards';
import { SubmitButton } from '@/components/ui/submit-button';
import { formatMoney } from '@/lib/money/money';
import { plainText } from '@/lib/plain-text';
import { placeOrder } from './actions';
import type { PaymentMethod } from './checkout-documents';

interface Props {
    readonly methods: readonly PaymentMethod[];
    /** Minor units, with tax and delivery. */
    readonly total: number;
    readonly currency: string;
}

export function PaymentForm({ methods, total, currency }: Props) {
    const t = useTranslations('checkout');
    const locale = useLocale();
    const [result, submit] = useActionState(placeOrder, undefined);
    if (methods.length === 0) {
        return <p className="text-danger">{t('noPayment')}</p>;
    }
    return (
        <form action={submit} className="grid gap-5">
            <RadioCards
                name="paymentMethodCode"
                legend={t('payment')}
                initial={methods[0]?.code}
                choices={methods.map(method => ({
                    value: method.code,
                    title: method.name,
                    text: plainText(method.description),
                }))}
            />
            <FormError>{result && !result.ok && result.error.message}</FormError>
            <SubmitButton pending={t('paying')} className="min-h-14 w-full text-base">
                <Lock size={17} aria-hidden /> {t('payNow', { amount: formatMoney(total, currency, locale) })}
            </SubmitButton>
            <p className="text-center text-sm text-muted">{t('demoPayment')}</p>
        </form>
    );
}
