import { getTranslations } from 'next-intl/server';
import { buttonStyle } from '@/components/ui/button';
import { FormError } from '@/components/ui/form-message';
import { Link } from '@/i18n/navigation';

/** For a link that leads to nothing: it was used, is too old, or was cut off. */
export async function ExpiredLink() {
    const t = await getTranslations('privacyByMail');
    return (
        <div className="grid gap-6">
            <FormError>{t('refusal_LINK_INVALID')}</FormError>
            <Link href="/privacy-request" className={buttonStyle('secondary', 'justify-self-start')}>
                {t('askAgain')}
            </Link>
        </div>
    );
}
