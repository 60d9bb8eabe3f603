'use client';

import { useTranslations } from 'next-intl';
import { SubmitButton } from '@/components/ui/submit-button';
import { useAction } from '@/components/ui/use-action';
import type { StockShortfall } from '@/lib/vendure/stock-shortfalls';
import { adjustToStock } from './actions';

/** Which lines the shop has too little for, and one button that makes the cart fit. */
export function StockNotice({ shortfalls }: { shortfalls: readonly StockShortfall[] }) {
    const t = useTranslations('stock');
    const [result, submit] = useAction(adjustToStock);
    return (
        <div role="alert">
            {shortfalls.length > 0 && (
                <form
                    action={submit}
                    className="mb-8 grid justify-items-start gap-4 rounded-xl bg-danger-surface px-5 py-5"
                >
                    <h2 className="font-medium text-danger">{t('title')}</h2>
                    <ul className="grid gap-1 text-[0.95rem]">
                        {shortfalls.map(({ orderLineId, name, quantity, available }) => (
                            <li key={orderLineId}>{t('line', { name: name, quantity, available })}</li>
                        ))}
                    </ul>
                    <SubmitButton pending={t('adjusting')}>{t('adjust')}</SubmitButton>
                    {result && !result.ok && <p className="text-danger">{result.error.message}</p>}
                </form>
            )}
        </div>
    );
}
