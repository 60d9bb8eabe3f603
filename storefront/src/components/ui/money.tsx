import { useLocale } from 'next-intl';
import { formatMoney } from '@/lib/money/money';

/** An amount in minor units, written as the reader's country does. */
export function Money({ amount, currency }: { amount: number; currency: string }) {
    const locale = useLocale();
    return <span className="whitespace-nowrap tabular-nums">{formatMoney(amount, currency, locale)}</span>;
}
