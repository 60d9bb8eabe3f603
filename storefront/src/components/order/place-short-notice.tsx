import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/navigation';
import type { StockShortfall } from '@/lib/vendure/stock-shortfalls';

/** The place where the order is to be fetched no longer has all of it. The rest of the shop may: nothing is lost yet. */
export function PlaceShortNotice({
    place,
    shortfalls,
}: {
    place: string;
    shortfalls: readonly StockShortfall[];
}) {
    const t = useTranslations('placeShort');
    return (
        <div role="alert">
            {shortfalls.length > 0 && (
                <div className="mb-8 grid justify-items-start gap-3 rounded-xl bg-danger-surface px-5 py-5">
                    <h2 className="font-medium text-danger">{t('title', { place })}</h2>
                    <ul className="grid gap-1 text-[0.95rem]">
                        {shortfalls.map(({ orderLineId, name }) => (
                            <li key={orderLineId}>{name}</li>
                        ))}
                    </ul>
                    <Link
                        href="/checkout?step=delivery"
                        className="inline-flex min-h-11 items-center text-[0.95rem] underline underline-offset-4"
                    >
                        {t('change')}
                    </Link>
                </div>
            )}
        </div>
    );
}
