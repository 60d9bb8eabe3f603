import { useTranslations } from 'next-intl';

/** The calm outline of a page while its data is on the way. */
export default function Loading() {
    const t = useTranslations('fault');
    return (
        <div className="page animate-pulse pt-10 md:pt-14" role="status">
            <span className="sr-only">{t('loading')}</span>
            <div className="h-12 w-2/5 rounded-lg bg-surface" />
            <div className="mt-10 grid grid-cols-2 gap-6 md:grid-cols-4">
                {[0, 1, 2, 3].map(index => (
                    <div key={index} className="aspect-4/5 rounded-xl bg-surface" />
                ))}
            </div>
        </div>
    );
}
