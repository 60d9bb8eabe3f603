import { ContentPlugin } from '@efi/content-plugin';
import type { Env } from '../env';

/** What stands in for all markets is looked at in this one. */
const ANY_MARKET = 'us';

/** Pages and menus that merchandisers write. */
export function contentPlugin({ TOKEN_SECRET, STOREFRONT_URL }: Env) {
    return ContentPlugin.init({
        previewSecret: TOKEN_SECRET,
        previewUrl: ({ token, languageCode, channelToken, isDefaultChannel }) =>
            `${STOREFRONT_URL}/${languageCode}-${isDefaultChannel ? ANY_MARKET : channelToken}/preview?token=${token}`,
    });
}
