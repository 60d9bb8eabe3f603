import { useTranslations } from 'next-intl';
import { buttonStyle } from '@/components/ui/button';
import { Link } from '@/i18n/navigation';

/** What stands where a page was expected. */
export function NotFoundView() {
    const t = useTranslations('fault');
    return (
        <div className="mx-auto max-w-lg px-5 py-24 text-center md:py-36">
            <h1 className="display text-4xl">{t('notFoundTitle')}</h1>
            <p className="mt-4 text-muted">{t('notFoundText')}</p>
            <Link href="/" className={buttonStyle('primary', 'mt-8')}>
                {t('toHome')}
            </Link>
        </div>
    );
}
