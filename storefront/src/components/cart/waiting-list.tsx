import { useLocale, useTranslations } from 'next-intl';
import { waitingHere } from '@/lib/cart/waiting';
import { parseLocale } from '@/lib/market/locale';

/** What was put into the cart while the shop could not be reached, and has not arrived there yet. For browsers only. */
export function WaitingList({ className }: { className?: string }) {
    const t = useTranslations('cartDrawer');
    const { market } = parseLocale(useLocale());
    const waiting = waitingHere(market.code);
    return waiting.length === 0 ? null : (
        <div className={className}>
            <p className="font-medium">{t('waiting')}</p>
            <ul className="text-muted">
                {waiting.map(({ name, quantity }, index) => (
                    <li key={index}>{`${quantity} × ${name}`}</li>
                ))}
            </ul>
        </div>
    );
}
