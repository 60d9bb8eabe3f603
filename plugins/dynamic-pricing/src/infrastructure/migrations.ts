import { CreateDynamicPricingNotice1795780556940 } from './create-notice.migration';

/** The plugin's migrations, oldest first. */
export const dynamicPricingMigrations = [CreateDynamicPricingNotice1795780556940];
