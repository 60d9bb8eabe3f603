import { useTranslations } from 'next-intl';

/** The calm outline of a listing while its products are on the way. */
export function ListingSkeleton() {
    const t = useTranslations('fault');
    return (
        <div className="animate-pulse lg:grid lg:grid-cols-[14rem_1fr] lg:gap-12" role="status">
            <span className="sr-only">{t('loading')}</span>
            <div className="hidden h-96 rounded-xl bg-surface lg:block" />
            <div className="grid grid-cols-2 gap-x-4 gap-y-9 pt-17 md:grid-cols-3 md:gap-x-6">
                {[0, 1, 2, 3, 4, 5].map(index => (
                    <div key={index} className="aspect-4/5 rounded-xl bg-surface" />
                ))}
            </div>
        </div>
    );
}
