'use client';

import { useTranslations } from 'next-intl';
import { useState, type RefObject } from 'react';
import { useSavedCardText } from '@/components/payment/use-saved-card-text';
import { handOverTick } from '@/components/ui/hand-over';
import { RadioCards } from '@/components/ui/radio-cards';
import type { SavedCard } from '@/lib/vendure/saved-cards';
import type { CardForm } from './card-form';
import { CardFormPanel } from './card-form-panel';

interface Props {
    readonly publishableKey: string;
    readonly savedCards: readonly SavedCard[];
    /** Whether a card that is typed in can be saved. */
    readonly canSave: boolean;
    /** Minor units. */
    readonly amount: number;
    readonly currency: string;
    /** Filled while the form can be used. */
    readonly cardForm: RefObject<CardForm | null>;
}

/** The choice that is no saved card. */
const ANOTHER = '';

/** Which card to pay with: a saved one, or another that is typed into the provider's form. */
export function CardMeans({ publishableKey, savedCards, canSave, amount, currency, cardForm }: Props) {
    const t = useTranslations('checkout');
    const cardText = useSavedCardText();
    const [chosen, choose] = useState(savedCards[0]?.reference ?? ANOTHER);
    const [save, setSave] = useState(false);
    return (
        <div className="grid gap-5">
            {savedCards.length > 0 && (
                <RadioCards
                    name="savedMethod"
                    legend={t('payWith')}
                    showLegend
                    initial={chosen}
                    onChoose={choose}
                    choices={[
                        ...savedCards.map(card => ({ value: card.reference, ...cardText(card) })),
                        { value: ANOTHER, title: t('anotherCard') },
                    ]}
                />
            )}
            {chosen === ANOTHER && (
                <CardFormPanel
                    publishableKey={publishableKey}
                    amount={amount}
                    currency={currency}
                    save={save}
                    cardForm={cardForm}
                />
            )}
            {chosen === ANOTHER && canSave && (
                <label className="flex cursor-pointer items-center gap-3 py-1 text-[0.95rem]">
                    <input
                        type="checkbox"
                        name="saveMethod"
                        defaultChecked={save}
                        onChange={event => setSave(event.target.checked)}
                        ref={handOverTick(save, setSave)}
                        className="size-4.5 accent-accent"
                    />
                    {t('saveCard')}
                </label>
            )}
        </div>
    );
}
