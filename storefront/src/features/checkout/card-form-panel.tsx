'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { Button } from '@/components/ui/button';
import { parseLocale } from '@/lib/market/locale';
import type { CardForm } from './card-form';

interface Props {
    readonly publishableKey: string;
    /** Minor units. */
    readonly amount: number;
    readonly currency: string;
    /** Whether the card is to be saved. */
    readonly save: boolean;
    /** Filled while the form can be used. */
    readonly cardForm: RefObject<CardForm | null>;
}

/** Stripe's card form. Its script is loaded when this is first shown, and never otherwise. */
export function CardFormPanel({ publishableKey, amount, currency, save, cardForm }: Props) {
    const t = useTranslations('checkout');
    const { language } = parseLocale(useLocale());
    const container = useRef<HTMLDivElement>(null);
    const [state, setState] = useState<'loading' | 'ready' | 'failed'>('loading');
    const [attempt, setAttempt] = useState(1);
    const terms = useRef({ amount, currency, save });

    useEffect(() => {
        terms.current = { amount, currency, save };
        cardForm.current?.update(terms.current);
    }, [amount, currency, save, cardForm]);

    useEffect(() => {
        let opened: CardForm | undefined;
        let wanted = true;
        const open = async (into: HTMLElement) => {
            const { openStripeCardForm } = await import('./stripe-card-form');
            return openStripeCardForm(into, { publishableKey, language, ...terms.current });
        };
        if (container.current) {
            open(container.current).then(
                form => {
                    opened = form;
                    if (wanted) {
                        cardForm.current = form;
                        setState('ready');
                    } else {
                        form.close();
                    }
                },
                () => wanted && setState('failed'),
            );
        }
        return () => {
            wanted = false;
            cardForm.current = null;
            opened?.close();
        };
    }, [publishableKey, language, cardForm, attempt]);

    return (
        // As high as Stripe's form usually is, so that nothing moves when it appears.
        <div className="min-h-64" aria-busy={state === 'loading'}>
            {state === 'loading' && <p className="text-muted">{t('cardFormLoading')}</p>}
            {state === 'failed' && (
                <div role="alert" className="grid justify-items-start gap-4">
                    <p className="text-danger">{t('cardFormFailed')}</p>
                    <Button
                        look="secondary"
                        onClick={() => {
                            setState('loading');
                            setAttempt(attempt + 1);
                        }}
                    >
                        {t('cardFormRetry')}
                    </Button>
                </div>
            )}
            <div ref={container} />
        </div>
    );
}
