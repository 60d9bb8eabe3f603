import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { isLocale } from '@/lib/market/locale';
import { ShopDocument } from '../shop-document';

interface Props {
    readonly children: ReactNode;
    readonly params: Promise<{ locale: string }>;
}

export default async function LocaleLayout({ children, params }: Props) {
    const { locale } = await params;
    if (!isLocale(locale)) {
        notFound();
    }
    return <ShopDocument>{children}</ShopDocument>;
}
