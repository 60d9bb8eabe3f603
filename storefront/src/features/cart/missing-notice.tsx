import { useTranslations } from 'next-intl';

/** After a cart was brought from another market: how many lines of it are not to be had here. */
export function MissingNotice({ count }: { count: string | string[] | undefined }) {
    const t = useTranslations('bagElsewhere');
    const missing = /^[1-9]\d{0,2}$/.test(String(count)) ? Number(count) : 0;
    return (
        missing > 0 && (
            <p role="status" className="mb-8 rounded-xl bg-surface px-5 py-4 text-[0.95rem]">
                {t('missing', { count: missing })}
            </p>
        )
    );
}
