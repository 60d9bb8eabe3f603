import { useLocale, useTranslations } from 'next-intl';
import { ReductionTerms } from '@/components/price/reduced-price';
import { Money } from '@/components/ui/money';
import { formatMoney } from '@/lib/money/money';
import type { Announced } from '@/lib/price/announced';
import type { OrderLine } from '@/lib/vendure/order-fragment';

interface Props {
    readonly line: OrderLine;
    readonly currency: string;
    readonly showsTax: boolean;
    readonly reduction: Announced | undefined;
}

/** What all pieces of a line cost, where it is reduced beside what they cost before. */
export function CartLinePrice({ line, currency, showsTax, reduction }: Props) {
    const t = useTranslations('sale');
    const amount = showsTax ? line.linePriceWithTax : line.linePrice;
    return reduction === undefined ? (
        <Money amount={amount} currency={currency} />
    ) : (
        <span className="text-right">
            <span className="sr-only">{t('now')} </span>
            <span className="text-sale">
                <Money amount={amount} currency={currency} />
            </span>{' '}
            <span className="sr-only">{t('before')} </span>
            <s className="text-sm text-muted">
                <Money amount={reduction.previous * line.quantity} currency={currency} />
            </s>
        </span>
    );
}

/** What one piece costs where there are several, and what the law asks for beside a reduction. */
export function CartLineTerms({ line, currency, showsTax, reduction }: Props) {
    const t = useTranslations('cart');
    const locale = useLocale();
    const each = showsTax ? line.unitPriceWithTax : line.unitPrice;
    return (
        <>
            {line.quantity > 1 && (
                <p className="mt-1 text-sm text-muted">
                    {t('each', { price: formatMoney(each, currency, locale) })}
                </p>
            )}
            {reduction && (
                <p className="mt-1 text-sm text-muted">
                    <ReductionTerms reduction={reduction} currency={currency} />
                </p>
            )}
        </>
    );
}
