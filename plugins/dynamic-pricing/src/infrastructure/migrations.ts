import type { MigrationClass } from '@efi/plugin-kit';
import { DynamicPricing1795780556940 } from './create-dynamic-pricing.migration';

/** The plugin's schema, in order. */
export const dynamicPricingMigrations: MigrationClass[] = [DynamicPricing1795780556940];
