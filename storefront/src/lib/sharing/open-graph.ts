import type { Metadata } from 'next';
import { brand } from '@/lib/brand';
import type { Locale } from '@/lib/market/locale';

/** What networks show a picture at, in pixels. */
export const pictureSize = { width: 1200, height: 630 };

/**
 * What networks show of a page that somebody shares, in place of all that the layout says.
 *
 * @param path - Of the page, without language and market; below it is its picture.
 * @param title - Without it, networks take the page's own.
 */
export function openGraph(locale: Locale, path: string, title?: string): Metadata {
    const picture = { url: `/${locale}${path}/picture`, ...pictureSize, alt: title ?? brand.name };
    return {
        openGraph: { title, images: [picture], siteName: brand.name, type: 'website' },
        twitter: { card: 'summary_large_image' },
    };
}
