import { useFormatter, useTranslations } from 'next-intl';
import { moment } from '@/lib/moment';
import type { Appeal } from './appeal-documents';
import { AppealForm } from './appeal-form';

/** Where whoever was refused by a machine asks for a person, and finds the answer. Nothing for everybody else. */
export function AppealPanel({ orderCode, appeal }: { orderCode: string; appeal: Appeal | undefined }) {
    const t = useTranslations('appeal');
    const format = useFormatter();
    if (!appeal || (!appeal.canAppeal && !appeal.appealedAt)) {
        return null;
    }
    const sentAt = appeal.appealedAt ? format.dateTime(new Date(appeal.appealedAt), moment) : '';
    return (
        <section aria-labelledby="appeal" className="mt-10 rounded-2xl border border-line bg-surface p-6">
            <h2 id="appeal" className="display text-xl">
                {t('title')}
            </h2>
            {appeal.canAppeal ? (
                <>
                    <p className="mt-2 text-[0.95rem] text-muted">{t('lead')}</p>
                    <AppealForm orderCode={orderCode} />
                </>
            ) : (
                <p role="status" className="mt-2 text-[0.95rem]">
                    {appeal.isGranted === true
                        ? t('granted')
                        : appeal.isGranted === false
                          ? t('refused')
                          : t('sent', { date: sentAt })}
                </p>
            )}
        </section>
    );
}
