import 'server-only';
import { graphql, type ResultOf } from '@/graphql/graphql';
import { queryAsShopper } from '@/lib/vendure/client';

const PreferencesQuery = graphql(`
    query RecommendationPreferences {
        efiRecommendationPreferences {
            personal
            hidden {
                productId
                productName
            }
        }
    }
`);

type Preferences = ResultOf<typeof PreferencesQuery>['efiRecommendationPreferences'];

/** Of the customer who is signed in. */
export async function fetchPreferences(): Promise<Preferences> {
    return (await queryAsShopper(PreferencesQuery, {})).efiRecommendationPreferences;
}
