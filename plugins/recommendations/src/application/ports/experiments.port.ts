import type { Experiment } from '../../domain/attribution/experiment';
import type { Placement } from '../../domain/serving/placement';

/** The comparisons that run, from memory and at most some seconds old. */
export abstract class Experiments {
    abstract runningAt(placement: Placement): Promise<Experiment | undefined>;

    /** From 0 to below 1, the same each time for one shopper and experiment, and unrelated between experiments. */
    abstract draw(experiment: Experiment, shopper: string): Promise<number>;
}
