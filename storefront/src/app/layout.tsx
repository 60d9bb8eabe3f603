import type { Metadata, Viewport } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { brand } from '@/lib/brand';
import { storefrontEnv } from '@/lib/env';
import './globals.css';

export const viewport: Viewport = {
    themeColor: [
        { media: '(prefers-color-scheme: light)', color: brand.colours.paper[0] },
        { media: '(prefers-color-scheme: dark)', color: brand.colours.paper[1] },
    ],
};

export async function generateMetadata(): Promise<Metadata> {
    const t = await getTranslations('shop');
    return {
        metadataBase: new URL(storefrontEnv().storefrontUrl),
        title: { default: `${brand.name}: ${t('tagline')}`, template: `%s · ${brand.name}` },
        description: t('description'),
        icons: { icon: '/icons/icon.svg', apple: '/icons/180.png' },
        openGraph: { siteName: brand.name, type: 'website' },
    };
}

/** Draws nothing: `[locale]/layout.tsx` and `global-not-found.tsx` each make the document in the shopper's language. */
export default function RootLayout({ children }: { children: ReactNode }) {
    return children;
}
