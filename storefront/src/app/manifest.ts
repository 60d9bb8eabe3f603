import type { MetadataRoute } from 'next';
import { brand } from '@/lib/brand';

export default function manifest(): MetadataRoute.Manifest {
    return {
        name: brand.name,
        short_name: brand.name,
        start_url: '/',
        display: 'standalone',
        background_color: brand.colours.paper[0],
        theme_color: brand.colours.accent[0],
        icons: [
            { src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml' },
            ...[192, 512].map(pixels => ({
                src: `/icons/${pixels}.png`,
                sizes: `${pixels}x${pixels}`,
                type: 'image/png',
                purpose: 'maskable' as const,
            })),
        ],
    };
}
