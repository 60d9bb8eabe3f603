import { estimateElasticities } from '../src/domain/elasticity/estimate-elasticities';
import { SalesHistory } from '../src/domain/elasticity/sales-history';
import { spanOf, within } from './window';

export interface Halves {
    readonly members: number;
    /** Share of members whose two slopes differ by no more than 1.96 of their joint standard error. */
    readonly agree: number;
}

/**
 * Whether intervals are as wide as they say: the earlier and the later half of the weeks are estimated apart. Were a
 * product's slope the same in both, 95 % would agree.
 */
export function halves(families: ReadonlyArray<readonly SalesHistory[]>): Halves {
    const [first, end] = spanOf(families.flat());
    const middle = Math.round((first + end) / 2);
    const agreements = families.flatMap(family => {
        const early = estimateElasticities(within(family, [first, middle]));
        const late = estimateElasticities(within(family, [middle, end]));
        return family.flatMap(({ id }) => {
            const [one, other] = [early.get(id)!, late.get(id)!];
            const both = one.kind === 'estimated' && other.kind === 'estimated';
            return both ? [agree(one.slope, other.slope)] : [];
        });
    });
    return { members: agreements.length, agree: agreements.filter(Boolean).length / agreements.length };
}

interface Known {
    readonly mean: number;
    readonly deviation: number;
}

function agree(one: Known, other: Known): boolean {
    return Math.abs(one.mean - other.mean) <= 1.96 * Math.hypot(one.deviation, other.deviation);
}
