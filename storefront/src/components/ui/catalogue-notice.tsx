import { useTranslations } from 'next-intl';
import { takeLastAnswersNote } from '@/lib/vendure/client';

/**
 * Says that what stands below is what the shop's server answered last, since it does not answer now. Stands where what
 * it speaks of has been asked for already. The link asks again, for the address that is open.
 */
export function CatalogueNotice() {
    const t = useTranslations('fault');
    return takeLastAnswersNote() ? (
        <p role="status" className="mb-8 max-w-prose rounded-xl bg-surface px-5 py-3 text-[0.95rem]">
            {t('lastAnswers')}{' '}
            <a href="" className="underline underline-offset-4">
                {t('retry')}
            </a>
        </p>
    ) : null;
}
