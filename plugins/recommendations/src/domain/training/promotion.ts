import { BASELINE_NAME, MODEL_NAME, type ModelCard, scoreOf } from './model-card';

export interface Decision {
    readonly promote: boolean;
    /** In one sentence, with the figures. */
    readonly reason: string;
}

/**
 * Whether a new model takes the place of the one in place, by nDCG: recall says little where the catalogue is hardly
 * longer than a list. It has to beat popularity on the same shoppers; and since
 * the two models were measured on different shoppers, its lead over popularity is compared with the other's lead: it
 * may be smaller by no more than what chance explains.
 */
export function decide(candidate: ModelCard, inPlace: ModelCard | undefined): Decision {
    const lead = leadOf(candidate);
    if (!lead) {
        return { promote: false, reason: 'Too few orders were held back to measure on.' };
    }
    if (lead.value <= 0) {
        return {
            promote: false,
            reason: `No better than popularity: nDCG ${percent(lead.own)} against ${percent(lead.baseline)}.`,
        };
    }
    const other = inPlace && leadOf(inPlace);
    if (other && lead.most < other.value) {
        return {
            promote: false,
            reason: `Leads popularity by ${percent(lead.value)}, the model in place by ${percent(other.value)}.`,
        };
    }
    return {
        promote: true,
        reason: `nDCG ${percent(lead.own)} against ${percent(lead.baseline)} by popularity.`,
    };
}

function leadOf(card: ModelCard) {
    const [model, baseline] = [scoreOf(card, MODEL_NAME), scoreOf(card, BASELINE_NAME)];
    return model && baseline && card.measuredOn > 0
        ? {
              own: model.ndcg,
              baseline: baseline.ndcg,
              value: model.ndcg - baseline.ndcg,
              most: model.ndcgTo - baseline.ndcg,
          }
        : undefined;
}

function percent(share: number): string {
    return `${(100 * share).toFixed(1)} %`;
}
