import type { Placement } from '../serving/placement';

/** A comparison between the model in place and a challenger, on a share of the shoppers. */
export interface Experiment {
    readonly id: number;
    /** Null for all placements. */
    readonly placement: Placement | null;
    /** Null: popularity alone, the baseline. */
    readonly challengerId: number | null;
    /** Of the shoppers that see the challenger, above 0 and below 1. */
    readonly share: number;
}

export type Arm = 'IN_PLACE' | 'CHALLENGER';

/**
 * The side that a shopper is on.
 *
 * @param draw - From 0 to below 1, the same for a shopper and experiment each time: that is what makes it sticky.
 */
export function armOf(experiment: Experiment, draw: number): Arm {
    return draw < experiment.share ? 'CHALLENGER' : 'IN_PLACE';
}
