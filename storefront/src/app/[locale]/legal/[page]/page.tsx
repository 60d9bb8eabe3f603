import type { Metadata } from 'next';
import { useFormatter, useTranslations } from 'next-intl';
import { notFound } from 'next/navigation';
import { buttonStyle } from '@/components/ui/button';
import { PageTitle } from '@/components/ui/page-title';
import { fetchWrittenPage } from '@/features/content/content-queries';
import { legalPage, legalPageNames, legalTextsUpdated, type LegalPage } from '@/features/legal/legal-page';
import { Link } from '@/i18n/navigation';
import { alternates } from '@/lib/alternates';
import { parseLocale } from '@/lib/market/locale';
import { WrittenPage } from '../../written-page';

interface Props {
    readonly params: Promise<{ locale: string; page: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
    const [found, written] = await Promise.all([pageOf(params), writtenOf(params)]);
    if (written) {
        return {
            title: written.title,
            description: written.description || undefined,
            alternates: await alternates(`/legal/${written.code}`),
        };
    }
    return found ? { title: found.page.title, alternates: await alternates(`/legal/${found.name}`) } : {};
}

export default async function LegalTextPage({ params }: Props) {
    const [found, written] = await Promise.all([pageOf(params), writtenOf(params)]);
    if (written) {
        return (
            <>
                <WrittenPage page={written} />
                <div className="page mt-10">
                    <div className="max-w-prose">
                        {written.code === 'withdrawal' && <WithdrawLink />}
                        <Updated at={new Date(written.updatedAt)} />
                    </div>
                </div>
            </>
        );
    }
    if (!found) {
        notFound();
    }
    const { name, page } = found;
    return (
        <div className="page pt-8 md:pt-12">
            <div className="max-w-prose">
                <PageTitle>{page.title}</PageTitle>
                {name === 'withdrawal' && <WithdrawLink />}
                {page.sections.map(section => (
                    <Section key={section.heading} {...section} />
                ))}
                <Updated at={legalTextsUpdated} />
            </div>
        </div>
    );
}

function WithdrawLink() {
    const t = useTranslations('legal');
    return (
        <Link href="/withdraw" className={buttonStyle('primary', 'mb-10')}>
            {t('withdraw')}
        </Link>
    );
}

function Updated({ at }: { at: Date }) {
    const t = useTranslations('legal');
    const format = useFormatter();
    return (
        <p className="mt-12 border-t border-line pt-6 text-sm text-muted">
            {t('updated', { date: format.dateTime(at, { dateStyle: 'long', timeZone: 'UTC' }) })}
        </p>
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

/** What merchandisers published at this address goes before the shop's own texts. */
async function writtenOf(params: Props['params']) {
    return fetchWrittenPage('LEGAL', (await params).page);
}
