'use client';

import { CreditCard, ExternalLink, Landmark, Lock, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { FormError } from '@/components/ui/form-message';
import { RadioCards } from '@/components/ui/radio-cards';
import { useAction } from '@/components/ui/use-action';
import { failed, type FormState } from '@/lib/action-result';
import { plainText } from '@/lib/plain-text';
import type { SavedCard } from '@/lib/vendure/saved-cards';
import type { CardForm, Confirmed } from './card-form';
import { CardMeans } from './card-means';
import type { PaymentMethod } from './checkout-documents';
import { placeOrder } from './payment-actions';
import { PayButtons } from './pay-buttons';
import { flowOf, type PaymentFlow } from './payment-flow';
import type { Confirmation } from './request-payment';

interface Props {
    readonly methods: readonly PaymentMethod[];
    readonly orderCode: string;
    /** Minor units, with tax and delivery. */
    readonly total: number;
    readonly currency: string;
    /** By the payment method's code. Absent for guests, who can save none. */
    readonly savedCards: Readonly<Record<string, readonly SavedCard[]>> | undefined;
}

const icons: Readonly<Record<PaymentFlow, LucideIcon>> = {
    'hosted-page': Landmark,
    element: CreditCard,
    redirect: ExternalLink,
    direct: Lock,
};

export function PaymentForm({ methods, orderCode, total, currency, savedCards }: Props) {
    const t = useTranslations('checkout');
    const problem = useTranslations('problem');
    const [chosen, choose] = useState(methods[0]);
    const cardForm = useRef<CardForm>(null);
    const [result, submit] = useAction(placeOrder, problem('paymentUnclear'));
    const [cardResult, submitCard] = useAction(payByCardForm, problem('paymentUnclear'));
    if (!chosen) {
        return <p className="text-danger">{t('noPayment')}</p>;
    }
    const flow = flowOf(chosen);
    const publishableKey = chosen.efiPayment?.publicConfiguration['publishableKey'];
    const shown = flow === 'element' ? cardResult : result;

    async function payByCardForm(
        state: FormState<Confirmation>,
        form: FormData,
    ): Promise<FormState<Confirmation>> {
        if (form.get('savedMethod')) {
            return payBySavedCard(state, form);
        }
        const card = cardForm.current;
        if (!card) {
            return failed(t('cardFormLoading'));
        }
        const means = await card.createToken();
        if (!means.ok) {
            return failed(means.message ?? t('cardFormFailed'));
        }
        form.set('token', means.token);
        const answer = await placeOrder(state, form);
        if (!answer.ok) {
            return answer;
        }
        return goOn(await card.confirm(answer.data.clientSecret), answer.data);
    }

    async function payBySavedCard(
        state: FormState<Confirmation>,
        form: FormData,
    ): Promise<FormState<Confirmation>> {
        const answer = await placeOrder(state, form);
        if (!answer.ok || typeof publishableKey !== 'string') {
            return answer;
        }
        const { confirmSavedCard } = await import('./stripe-card-form');
        return goOn(await confirmSavedCard(publishableKey, answer.data.clientSecret), answer.data);
    }

    /** Also when it was not confirmed: the return page finds out how the payment stands and says so. */
    function goOn(confirmed: Confirmed, { returnUrl }: Confirmation): FormState<Confirmation> {
        location.assign(returnUrl);
        return confirmed.ok ? undefined : failed(confirmed.message ?? t('cardFormFailed'));
    }

    return (
        <form action={flow === 'element' ? submitCard : submit} className="grid gap-5">
            <input type="hidden" name="orderCode" value={orderCode} />
            <input type="hidden" name="total" value={total} />
            <RadioCards
                name="paymentMethodCode"
                legend={t('payment')}
                initial={chosen.code}
                onChoose={code => choose(methods.find(method => method.code === code))}
                choices={methods.map(method => {
                    const Icon = icons[flowOf(method)];
                    return {
                        value: method.code,
                        title: method.name,
                        text: plainText(method.description),
                        aside: <Icon size={20} strokeWidth={1.7} className="text-muted" aria-hidden />,
                    };
                })}
            />
            {flow === 'element' && typeof publishableKey === 'string' && (
                <CardMeans
                    key={chosen.code}
                    publishableKey={publishableKey}
                    savedCards={savedCards?.[chosen.code] ?? []}
                    canSave={savedCards !== undefined && chosen.efiPayment?.canSaveMethod === true}
                    amount={total}
                    currency={currency}
                    cardForm={cardForm}
                />
            )}
            <FormError>{shown && !shown.ok && shown.error.message}</FormError>
            <PayButtons flow={flow} method={chosen.name} total={total} currency={currency} />
        </form>
    );
}
