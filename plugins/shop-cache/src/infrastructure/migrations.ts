import type { MigrationClass } from '@efi/plugin-kit';
import { CreateShopChangeTriggers1795780855130 } from './create-change-triggers.migration';

/** The plugin's migrations, oldest first. */
export const shopCacheMigrations: MigrationClass[] = [CreateShopChangeTriggers1795780855130];
