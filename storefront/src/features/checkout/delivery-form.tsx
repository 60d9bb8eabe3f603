'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormError } from '@/components/ui/form-message';
import { Money } from '@/components/ui/money';
import { RadioCards } from '@/components/ui/radio-cards';
import { SubmitButton } from '@/components/ui/submit-button';
import { useActionForm } from '@/components/ui/use-action';
import { parseLocale } from '@/lib/market/locale';
import { shownPrice } from '@/lib/money/money';
import { plainText } from '@/lib/plain-text';
import { saveDelivery } from './delivery-actions';
import type { ShippingMethod } from './checkout-documents';
import { initialMethod } from './initial-method';
import { PlaceChoice } from './place-choice';
import type { PlaceView } from './place-view';

interface Props {
    readonly methods: readonly ShippingMethod[];
    readonly chosen: string | undefined;
    readonly currency: string;
    /** Where the order can be fetched. */
    readonly places: readonly PlaceView[];
    /** The one that is selected before the shopper chooses, by id. */
    readonly initialPlace: string | undefined;
    /** When it arrives, by the id of the method. */
    readonly arrivals: Readonly<Record<string, string>>;
}

export function DeliveryForm({ methods, chosen, currency, places, initialPlace, arrivals }: Props) {
    const t = useTranslations('checkout');
    const totals = useTranslations('totals');
    const { market } = parseLocale(useLocale());
    const { error, message, form } = useActionForm(saveDelivery);
    const [method, setMethod] = useState(initialMethod(methods, chosen));
    const [place, setPlace] = useState(initialPlace);
    if (methods.length === 0) {
        return <p className="text-danger">{t('noDelivery')}</p>;
    }
    return (
        <form {...form} className="group/delivery grid gap-5">
            <RadioCards
                name="shippingMethodId"
                legend={t('delivery')}
                initial={method}
                onChoose={setMethod}
                choices={methods.map(each => {
                    const price = shownPrice(each, market.showsTax);
                    return {
                        value: each.id,
                        title: each.name,
                        text: plainText(each.description),
                        more: arrivals[each.id] && <span className="mt-1 block">{arrivals[each.id]}</span>,
                        aside:
                            price === 0 ? (
                                totals('shippingFree')
                            ) : (
                                <Money amount={price} currency={currency} />
                            ),
                        opens: each.efiIsPickUp ? 'places' : undefined,
                    };
                })}
            />
            {places.length > 0 && (
                <PlaceChoice
                    places={places}
                    initial={place}
                    onChoose={setPlace}
                    error={error?.fields?.placeId}
                />
            )}
            <FormError>{message}</FormError>
            <SubmitButton pending={t('saving')} className="w-full xs:w-auto xs:justify-self-start">
                {t('toPayment')}
            </SubmitButton>
        </form>
    );
}
