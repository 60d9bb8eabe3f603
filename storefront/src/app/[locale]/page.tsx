import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { JsonLd } from '@/components/ui/json-ld';
import { fetchWrittenPage } from '@/features/content/content-queries';
import { alternates } from '@/lib/alternates';
import { brand } from '@/lib/brand';
import { storefrontEnv } from '@/lib/env';
import { shopAndSearch } from '@/lib/found/structured-data';
import { currentMarket } from '@/lib/market/current-market';
import { openGraph } from '@/lib/sharing/open-graph';
import { StandardHome } from './standard-home';
import { WrittenPage } from './written-page';

export async function generateMetadata(): Promise<Metadata> {
    const [page, links, { locale }] = await Promise.all([
        fetchWrittenPage('HOME'),
        alternates(''),
        currentMarket(),
    ]);
    return {
        alternates: links,
        ...openGraph(locale, ''),
        ...(page?.title && { title: page.title }),
        ...(page?.description && { description: page.description }),
    };
}

export default async function HomePage() {
    const [shop, page, { locale }] = await Promise.all([
        getTranslations('shop'),
        fetchWrittenPage('HOME'),
        currentMarket(),
    ]);
    const { storefrontUrl } = storefrontEnv();
    return (
        <>
            <JsonLd
                data={shopAndSearch({
                    name: brand.name,
                    description: shop('description'),
                    origin: storefrontUrl,
                    home: `${storefrontUrl}/${locale}`,
                })}
            />
            {page ? <WrittenPage page={{ ...page, title: page.title || brand.name }} /> : <StandardHome />}
        </>
    );
}
