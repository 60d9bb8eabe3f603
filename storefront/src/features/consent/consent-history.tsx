import { getFormatter, getTranslations } from 'next-intl/server';
import { graphql, type ResultOf } from '@/graphql/graphql';
import { queryAsShopper } from '@/lib/vendure/client';

const ConsentHistoryQuery = graphql(`
    query ConsentHistory {
        efiConsentHistory {
            purpose
            agreed
            at
            endedAt
            method
            textVersion
        }
    }
`);

type Decision = ResultOf<typeof ConsentHistoryQuery>['efiConsentHistory'][number];

/** What the signed-in customer decided, now and before. */
export async function ConsentHistory() {
    const [t, { efiConsentHistory: decisions }] = await Promise.all([
        getTranslations('consentHistory'),
        queryAsShopper(ConsentHistoryQuery, {}),
    ]);
    if (decisions.length === 0) {
        return null;
    }
    const past = decisions.filter(({ endedAt }) => endedAt !== null);
    return (
        <section aria-labelledby="consent-history" className="mt-12 grid gap-4 border-t border-line pt-8">
            <h2 id="consent-history" className="display text-2xl">
                {t('title')}
            </h2>
            <DecisionList decisions={decisions.filter(({ endedAt }) => endedAt === null)} />
            {past.length > 0 && (
                <details>
                    <summary className="inline-flex min-h-11 items-center underline underline-offset-4">
                        {t('before')}
                    </summary>
                    <DecisionList decisions={past} />
                </details>
            )}
        </section>
    );
}

async function DecisionList({ decisions }: { decisions: readonly Decision[] }) {
    const [t, format] = await Promise.all([getTranslations('consentHistory'), getFormatter()]);
    const time = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' });
    return (
        <ul className="border-t border-line">
            {decisions.map(({ purpose, agreed, at, method, textVersion }) => (
                <li key={`${purpose} ${at}`} className="border-b border-line py-3 text-[0.95rem]">
                    <span className="font-medium">{t(`purpose_${purpose}`)}</span>
                    <span className="ml-2">{agreed ? t('agreed') : t('refused')}</span>
                    <span className="block text-sm text-muted">
                        {t('how', { time: time(at), how: t(`method_${method}`), version: textVersion })}
                    </span>
                </li>
            ))}
        </ul>
    );
}
