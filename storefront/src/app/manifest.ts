import type { MetadataRoute } from 'next';

export default function manifest(): MetadataRoute.Manifest {
    return {
        name: 'Daylark',
        short_name: 'Daylark',
        start_url: '/',
        display: 'standalone',
        background_color: '#faf8f3',
        theme_color: '#1f4d3a',
        icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
    };
}
