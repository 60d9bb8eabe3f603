import type { Metadata, Viewport } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { storefrontEnv } from '@/lib/env';
import './globals.css';

export const viewport: Viewport = {
    themeColor: [
        { media: '(prefers-color-scheme: light)', color: '#faf8f3' },
        { media: '(prefers-color-scheme: dark)', color: '#141512' },
    ],
};

export async function generateMetadata(): Promise<Metadata> {
    const t = await getTranslations('shop');
    return {
        metadataBase: new URL(storefrontEnv().storefrontUrl),
        title: { default: `${t('name')}: ${t('tagline')}`, template: `%s · ${t('name')}` },
        description: t('description'),
        openGraph: { siteName: t('name'), type: 'website' },
    };
}

/** Draws nothing: `[locale]/layout.tsx` and `global-not-found.tsx` each make the document in the shopper's language. */
export default function RootLayout({ children }: { children: ReactNode }) {
    return children;
}
