'use client';

import { useTranslations } from 'next-intl';
import { useSavedCardText } from '@/components/payment/use-saved-card-text';
import { FormError } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { useAction } from '@/components/ui/use-action';
import { forgetCard } from './saved-card-actions';
import type { SavedCardList } from './saved-card-list';

/** The cards that the customer keeps with the shop's providers, each with a button that removes it. */
export function SavedCards({ cards, isComplete }: SavedCardList) {
    const t = useTranslations('account');
    const cardText = useSavedCardText();
    const [result, submit] = useAction(forgetCard);
    return (
        <div className="grid gap-4 text-[0.95rem]">
            <ul className="grid gap-3">
                {cards.map(card => {
                    const { title, text } = cardText(card);
                    return (
                        <li
                            key={`${card.method} ${card.reference}`}
                            className="flex items-center justify-between gap-4"
                        >
                            <p>
                                {title}
                                <span className="block text-sm text-muted">{text}</span>
                            </p>
                            <form action={submit}>
                                <input type="hidden" name="method" value={card.method} />
                                <input type="hidden" name="reference" value={card.reference} />
                                <SubmitButton
                                    look="quiet"
                                    pending={t('removing')}
                                    label={t('removeCard', { card: title })}
                                >
                                    {t('remove')}
                                </SubmitButton>
                            </form>
                        </li>
                    );
                })}
            </ul>
            {!isComplete && <p className="text-muted">{t('savedCardsUnknown')}</p>}
            <FormError>{result && !result.ok && result.error.message}</FormError>
        </div>
    );
}
