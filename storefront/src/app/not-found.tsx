import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NotFoundView } from '@/components/layout/not-found-view';
import { ShopDocument } from './shop-document';

export async function generateMetadata(): Promise<Metadata> {
    const t = await getTranslations('fault');
    return { title: t('notFoundTitle') };
}

/** For an address that no route takes. Rendered by the server, unlike what `notFound()` leads to. */
export default function UnknownAddressPage() {
    return (
        <ShopDocument>
            <NotFoundView />
        </ShopDocument>
    );
}
