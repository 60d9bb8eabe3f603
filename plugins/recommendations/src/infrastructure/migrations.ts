import type { MigrationClass } from '@efi/plugin-kit';
import { Recommendations1795578000000 } from './create-recommendations.migration';
import { RecommendationRuleTargets1795780000000 } from './rule-targets.migration';

/** The plugin's schema, in order. */
export const recommendationsMigrations: MigrationClass[] = [
    Recommendations1795578000000,
    RecommendationRuleTargets1795780000000,
];
