import type { Metadata } from 'next';
import { getFormatter, getTranslations } from 'next-intl/server';
import { PageTitle } from '@/components/ui/page-title';
import { fetchPreview, type WrittenMenu } from '@/features/content/content-queries';
import { hrefOf } from '@/features/content/written-link';
import { Link } from '@/i18n/navigation';
import { privateAddress } from '@/lib/private-address';
import { WrittenPage } from '../written-page';

interface Props {
    readonly searchParams: Promise<{ token?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
    const t = await getTranslations('preview');
    // The address is all that it takes to see the draft.
    return { title: t('title'), robots: { index: false, follow: false }, referrer: privateAddress };
}

/** A draft, for whoever has the link that the Dashboard made. */
export default async function PreviewPage({ searchParams }: Props) {
    const { token } = await searchParams;
    const [t, format, preview] = await Promise.all([
        getTranslations('preview'),
        getFormatter(),
        typeof token === 'string' ? fetchPreview(token) : undefined,
    ]);
    if (!preview) {
        return (
            <div className="page pt-8 md:pt-12">
                <PageTitle lead={t('endedText')}>{t('ended')}</PageTitle>
            </div>
        );
    }
    return (
        <>
            <p role="status" className="sticky top-16 z-20 bg-ink px-6 py-3 text-center text-paper md:top-20">
                <strong>{t('title')}:</strong>{' '}
                {t('notice', {
                    time: format.dateTime(new Date(preview.expiresAt), {
                        dateStyle: 'medium',
                        timeStyle: 'short',
                        timeZone: 'UTC',
                    }),
                })}
            </p>
            {preview.page && <WrittenPage page={preview.page} />}
            {preview.menu && <Menu {...preview.menu} />}
        </>
    );
}

function Menu({ items }: WrittenMenu) {
    return (
        <ul className="page mt-10 text-lg">
            {items.map(item => (
                <li key={item.id}>
                    <Link href={hrefOf(item.link)} className="inline-block py-2 underline underline-offset-4">
                        {item.label}
                    </Link>
                </li>
            ))}
        </ul>
    );
}
