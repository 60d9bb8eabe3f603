import { getTranslations } from 'next-intl/server';
import { AskForm } from './ask-form';
import { AskPeopleForm } from './ask-people-form';
import { fetchPrivacyRequests } from './privacy-requests';
import { RequestList } from './request-list';

/** What a customer can do about their data: have a file of it, have it erased, ask staff for the rest, see what they asked for. */
export async function PersonalData() {
    const [t, requests] = await Promise.all([getTranslations('personalData'), fetchPrivacyRequests()]);
    return (
        <section aria-labelledby="personal-data" className="mt-12 grid gap-8 border-t border-line pt-8">
            <h2 id="personal-data" className="display text-2xl">
                {t('title')}
            </h2>
            {requests.length > 0 && <RequestList requests={requests} />}
            <div className="grid gap-3">
                <h3 className="font-medium">{t('exportTitle')}</h3>
                <p className="text-[0.95rem] text-muted">{t('exportText')}</p>
                <AskForm kind="PORTABILITY" />
            </div>
            <div className="grid gap-3">
                <h3 className="font-medium">{t('eraseTitle')}</h3>
                <p className="text-[0.95rem] text-muted">{t('eraseText')}</p>
                <AskForm kind="ERASURE" />
            </div>
            <div className="grid gap-3">
                <h3 className="font-medium">{t('otherTitle')}</h3>
                <p className="text-[0.95rem] text-muted">{t('otherText')}</p>
                <AskPeopleForm />
            </div>
        </section>
    );
}
