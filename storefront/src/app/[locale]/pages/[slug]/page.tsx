import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { fetchWrittenPage } from '@/features/content/content-queries';
import { permanentRedirect } from '@/i18n/navigation';
import { alternates } from '@/lib/alternates';
import { currentMarket } from '@/lib/market/current-market';
import { openGraph } from '@/lib/sharing/open-graph';
import { WrittenPage } from '../../written-page';

interface Props {
    readonly params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
    const [page, { locale }] = await Promise.all([pageOf(params), currentMarket()]);
    return page
        ? {
              title: page.title,
              description: page.description || undefined,
              alternates: await alternates('/pages/', page.slugs),
              ...openGraph(locale, `/pages/${page.slug}`, page.title),
          }
        : {};
}

/** A page that merchandisers wrote, at an address of its own. */
export default async function LandingPage({ params }: Props) {
    const [{ slug }, page, { locale }] = await Promise.all([params, pageOf(params), currentMarket()]);
    if (!page) {
        notFound();
    }
    if (page.slug !== decodeURIComponent(slug)) {
        permanentRedirect({ href: `/pages/${encodeURIComponent(page.slug)}`, locale });
    }
    return (
        <>
            <div className="page pt-8 md:pt-12">
                <Breadcrumbs steps={[{ name: page.title }]} />
            </div>
            <WrittenPage page={page} />
        </>
    );
}

async function pageOf(params: Props['params']) {
    return fetchWrittenPage('LANDING', decodeURIComponent((await params).slug));
}
