import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NarrowPage } from '@/components/layout/narrow-page';
import { ConsentHistory } from '@/features/consent/consent-history';
import { fetchConsentTexts } from '@/features/consent/consent-texts';
import { PrivacyChoices } from '@/features/consent/privacy-choices';
import { PurposeChoices } from '@/features/consent/purpose-choices';
import { PersonalData } from '@/features/privacy/personal-data';
import { RecommendationPreferences } from '@/features/recommendations/preferences';
import { currentConsent } from '@/lib/consent/current-consent';
import { fetchCurrentCustomer } from '@/lib/vendure/current-customer';

export async function generateMetadata(): Promise<Metadata> {
    const t = await getTranslations('privacy');
    return { title: t('title'), robots: { index: false } };
}

/** For guests as well: whoever was asked can change their mind. */
export default async function PrivacyPage() {
    const [t, consent, customer, texts] = await Promise.all([
        getTranslations('privacy'),
        currentConsent(),
        fetchCurrentCustomer(),
        fetchConsentTexts(),
    ]);
    return (
        <NarrowPage title={t('title')} lead={t('lead')}>
            {consent.status === 'signalled' ? (
                <section className="rounded-2xl bg-surface p-6" aria-labelledby="signal">
                    <h2 id="signal" className="display text-xl">
                        {t('signalTitle')}
                    </h2>
                    <p className="mt-2 text-[0.95rem] text-muted">{t('signalText')}</p>
                </section>
            ) : texts ? (
                <PrivacyChoices>
                    <PurposeChoices
                        key={consent.purposes.join()}
                        agreed={consent.purposes}
                        asked={texts}
                        place="ACCOUNT"
                    />
                </PrivacyChoices>
            ) : (
                <p className="text-muted">{t('nothingAsked')}</p>
            )}
            {customer && <ConsentHistory />}
            {customer && <RecommendationPreferences />}
            {customer && <PersonalData />}
        </NarrowPage>
    );
}
