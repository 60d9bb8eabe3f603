import 'server-only';
import { graphql } from '@/graphql/graphql';
import { queryAsShopper } from '@/lib/vendure/client';
import type { Act } from './act';

const RecordActs = graphql(`
    mutation RecordActs($acts: [EfiBehaviourInput!]!) {
        recordEfiBehaviour(input: $acts)
    }
`);

/** Milliseconds. */
const patience = 2_000;

/** Hands acts on to the server, which keeps of them what the shopper agreed to. Makes no session. */
export async function forwardActs(acts: readonly Act[]): Promise<void> {
    await queryAsShopper(RecordActs, { acts: acts.map(act => copyOf(act)) }, patience);
}

/** The lists of a GraphQL input can be written to, those of an act can't. */
function copyOf(act: Act) {
    return 'recommendationShown' in act
        ? {
              recommendationShown: {
                  ...act.recommendationShown,
                  productIds: [...act.recommendationShown.productIds],
              },
          }
        : act;
}
