'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { FormError } from '@/components/ui/form-message';
import { Money } from '@/components/ui/money';
import { RadioCards } from '@/components/ui/radio-cards';
import { SubmitButton } from '@/components/ui/submit-button';
import { parseLocale } from '@/lib/market/locale';
import { shownPrice } from '@/lib/money/money';
import { plainText } from '@/lib/plain-text';
import { saveShippingMethod } from './actions';
import type { ShippingMethod } from './checkout-documents';
import { initialMethod } from './initial-method';

interface Props {
    readonly methods: readonly ShippingMethod[];
    readonly chosen: string | undefined;
    readonly currency: string;
}

export function DeliveryForm({ methods, chosen, currency }: Props) {
    const t = useTranslations('checkout');
    const free = useTranslations('totals')('shippingFree');
    const { market } = parseLocale(useLocale());
    const [result, submit] = useActionState(saveShippingMethod, undefined);
    if (methods.length === 0) {
        return <p className="text-danger">{t('noDelivery')}</p>;
    }
    return (
        <form action={submit} className="grid gap-5">
            <RadioCards
                name="shippingMethodId"
                legend={t('delivery')}
                initial={initialMethod(methods, chosen)}
                choices={methods.map(method => {
                    const price = shownPrice(method, market.showsTax);
                    return {
                        value: method.id,
                        title: method.name,
                        text: plainText(method.description),
                        aside: price === 0 ? free : <Money amount={price} currency={currency} />,
                    };
                })}
            />
            <FormError>{result && !result.ok && result.error.message}</FormError>
            <SubmitButton pending={t('saving')} className="w-full xs:w-auto xs:justify-self-start">
                {t('toPayment')}
            </SubmitButton>
        </form>
    );
}
