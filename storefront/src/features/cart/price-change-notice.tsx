'use client';

import { useLocale, useTranslations } from 'next-intl';
import { FormError } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { useAction } from '@/components/ui/use-action';
import { parseLocale } from '@/lib/market/locale';
import { formatMoney } from '@/lib/money/money';
import type { PriceChange } from '@/lib/price/price-changes';
import { goOnAtNewPrices } from './actions';

interface Props {
    readonly currency: string;
    readonly changes: readonly PriceChange[];
}

/** Which prices changed since the goods were put into the cart, each with its old and new one, and one click to go on. */
export function PriceChangeNotice({ currency, changes }: Props) {
    const t = useTranslations('priceChange');
    const locale = useLocale();
    const [result, submit] = useAction(goOnAtNewPrices);
    const { showsTax } = parseLocale(locale).market;
    const money = (amount: number) => formatMoney(amount, currency, locale);
    return (
        <div role="status">
            {changes.length > 0 && (
                <form
                    action={submit}
                    className="mb-8 grid gap-3 rounded-xl bg-surface px-5 py-5"
                    data-testid="price-changes"
                >
                    <h2 className="font-medium">{t('title')}</h2>
                    <ul className="grid gap-1 text-[0.95rem]">
                        {changes.map(change => (
                            <li key={change.orderLineId}>
                                {t('line', {
                                    name: change.name,
                                    before: money(
                                        showsTax ? change.previousUnitPriceWithTax : change.previousUnitPrice,
                                    ),
                                    after: money(showsTax ? change.unitPriceWithTax : change.unitPrice),
                                })}
                            </li>
                        ))}
                    </ul>
                    <p className="text-sm text-muted">{t('goOn')}</p>
                    <div>
                        <SubmitButton pending={t('accepting')}>{t('accept')}</SubmitButton>
                    </div>
                    <FormError>{result && !result.ok && result.error.message}</FormError>
                </form>
            )}
        </div>
    );
}
