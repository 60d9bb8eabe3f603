import type { MetadataRoute } from 'next';
import { storefrontEnv } from '@/lib/env';

export const dynamic = 'force-dynamic';

export default function robots(): MetadataRoute.Robots {
    return {
        rules: {
            userAgent: '*',
            disallow: ['/*/checkout', '/*/account', '/*/orders', '/*/preview', '/*?*filter='],
        },
        sitemap: `${storefrontEnv().storefrontUrl}/sitemap.xml`,
    };
}
