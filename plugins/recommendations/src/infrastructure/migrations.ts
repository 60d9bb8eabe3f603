import type { MigrationClass } from '@efi/plugin-kit';
import { Recommendations1795578000000 } from './create-recommendations.migration';

/** The plugin's schema, in order. */
export const recommendationsMigrations: MigrationClass[] = [Recommendations1795578000000];
