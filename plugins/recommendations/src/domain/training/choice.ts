import { MODEL_NAME, type Score, WITH_EVENTS_NAME, WITHOUT_EVENTS_NAME } from './model-card';

interface Choice {
    readonly usesEvents: boolean;
    /** Of what stands for the model, then of what it was compared with. */
    readonly scores: readonly Score[];
}

/**
 * Whether a model learns from views and carts: when it is no worse for it by nDCG, on the same shoppers.
 *
 * @param richer - The score with them; undefined when there are none.
 */
export function chooseByScore(plain: Score, richer: Score | undefined): Choice {
    if (!richer) {
        return { usesEvents: false, scores: [{ ...plain, name: MODEL_NAME }] };
    }
    return richer.ndcg >= plain.ndcg
        ? {
              usesEvents: true,
              scores: [
                  { ...richer, name: MODEL_NAME },
                  { ...plain, name: WITHOUT_EVENTS_NAME },
              ],
          }
        : {
              usesEvents: false,
              scores: [
                  { ...plain, name: MODEL_NAME },
                  { ...richer, name: WITH_EVENTS_NAME },
              ],
          };
}
