import type { Metadata } from 'next';
import { getFormatter, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { buttonStyle } from '@/components/ui/button';
import { PageTitle } from '@/components/ui/page-title';
import { legalPage, legalPageNames, legalTextsUpdated, type LegalPage } from '@/features/legal/legal-page';
import { Link } from '@/i18n/navigation';
import { alternates } from '@/lib/alternates';
import { parseLocale } from '@/lib/market/locale';

interface Props {
    readonly params: Promise<{ locale: string; page: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
    const found = await pageOf(params);
    return found ? { title: found.page.title, alternates: await alternates(`/legal/${found.name}`) } : {};
}

export default async function LegalTextPage({ params }: Props) {
    const [t, format, found] = await Promise.all([getTranslations('legal'), getFormatter(), pageOf(params)]);
    if (!found) {
        notFound();
    }
    const { name, page } = found;
    return (
        <div className="page pt-8 md:pt-12">
            <div className="max-w-prose">
                <PageTitle>{page.title}</PageTitle>
                {name === 'withdrawal' && (
                    <Link href="/withdraw" className={buttonStyle('primary', 'mb-10')}>
                        {t('withdraw')}
                    </Link>
                )}
                {page.sections.map(section => (
                    <Section key={section.heading} {...section} />
                ))}
                <p className="mt-12 border-t border-line pt-6 text-sm text-muted">
                    {t('updated', {
                        date: format.dateTime(legalTextsUpdated, { dateStyle: 'long', timeZone: 'UTC' }),
                    })}
                </p>
            </div>
        </div>
    );
}

function Section({ heading, text, list }: LegalPage['sections'][number]) {
    return (
        <section className="mb-9">
            <h2 className="display mb-3 text-2xl">{heading}</h2>
            {text.map((paragraph, index) => (
                <p key={index} className="mb-3 leading-relaxed break-words">
                    {paragraph}
                </p>
            ))}
            {list && (
                <ul className="mt-4 grid gap-3 rounded-2xl border border-line p-6">
                    {list.map((entry, index) => (
                        <li key={index}>{entry}</li>
                    ))}
                </ul>
            )}
        </section>
    );
}

async function pageOf(params: Props['params']) {
    const { locale, page } = await params;
    const name = legalPageNames.find(known => known === page);
    return name && { name, page: await legalPage(parseLocale(locale).language, name) };
}
