import { type ChangeFeedOptions, listenConfig, SHOP_CHANGES_CHANNEL } from '@efi/plugin-kit';
import type { DataSource } from 'typeorm';
import type { ResolvedShopCacheOptions } from '../shop-cache.options';

/** Where changes of what the Shop API shows are heard of. */
export function feedOptions(
    dataSource: DataSource,
    { listenUrl }: Pick<ResolvedShopCacheOptions, 'listenUrl'>,
): ChangeFeedOptions {
    return {
        config: listenConfig(dataSource, listenUrl),
        channel: SHOP_CHANGES_CHANNEL,
        applicationName: 'efi-shop-cache',
    };
}
