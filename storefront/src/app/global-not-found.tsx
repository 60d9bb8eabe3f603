import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NotFoundView } from '@/components/layout/not-found-view';
import { brand } from '@/lib/brand';
import { ShopDocument } from './shop-document';
import './globals.css';

export { viewport } from './layout';

export async function generateMetadata(): Promise<Metadata> {
    const t = await getTranslations();
    return { title: `${t('fault.notFoundTitle')} · ${brand.name}` };
}

/**
 * For an address that no route takes. Rendered by the server, unlike what `notFound()` leads to. No layout is around it,
 * and no other page brings it along, as each would a `not-found.tsx` in this place, with header and footer once more.
 */
export default function UnknownAddressPage() {
    return (
        <ShopDocument>
            <NotFoundView />
        </ShopDocument>
    );
}
