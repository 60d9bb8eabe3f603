import { useLocale, useTranslations } from 'next-intl';
import { parseLocale } from '@/lib/market/locale';
import { formatMoney } from '@/lib/money/money';
import type { PriceChange } from '@/lib/price/price-changes';

interface Props {
    readonly currency: string;
    readonly changes: readonly PriceChange[];
}

/** Which prices changed since the goods were put into the cart, each with its old and new one. */
export function PriceChangeNotice({ currency, changes }: Props) {
    const t = useTranslations('priceChange');
    const locale = useLocale();
    const { showsTax } = parseLocale(locale).market;
    const money = (amount: number) => formatMoney(amount, currency, locale);
    return (
        <div role="status">
            {changes.length > 0 && (
                <section
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
                </section>
            )}
        </div>
    );
}
