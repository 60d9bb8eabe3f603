import { estimateElasticities } from '../src/domain/elasticity/estimate-elasticities';
import { fitMixedModel } from '../src/domain/elasticity/mixed-model';
import { SalesHistory } from '../src/domain/elasticity/sales-history';
import { familyGrams } from './contenders';
import { spanOf, within } from './window';

export interface Halves {
    readonly members: number;
    /** Share of members whose two slopes differ by no more than 1.96 of their joint standard error. */
    readonly membersAgree: number;
    readonly families: number;
    readonly familiesAgree: number;
}

/**
 * Whether intervals are as wide as they say: the earlier and the later half of the weeks are estimated apart. Were the
 * slopes steady and weeks independent, 95 % would agree.
 */
export function halves(families: ReadonlyArray<readonly SalesHistory[]>): Halves {
    const [first, end] = spanOf(families.flat());
    const middle = Math.round((first + end) / 2);
    const agreements: boolean[] = [];
    const familyAgreements: boolean[] = [];
    for (const family of families) {
        const [early, late] = [within(family, [first, middle]), within(family, [middle, end])];
        const [a, b] = [estimateElasticities(early), estimateElasticities(late)];
        for (const { id } of family) {
            const [one, other] = [a.get(id)!, b.get(id)!];
            if (one.kind === 'estimated' && other.kind === 'estimated') {
                agreements.push(agree(one.slope, other.slope));
            }
        }
        const [one, other] = [early, late].map(half => {
            const model = fitMixedModel(familyGrams(half).grams);
            return {
                mean: model.fixed[1]!,
                deviation: Math.sqrt(model.slopeVariance),
            };
        });
        familyAgreements.push(agree(one!, other!));
    }
    const count = (values: readonly boolean[]) => values.filter(Boolean).length;
    return {
        members: agreements.length,
        membersAgree: count(agreements) / agreements.length,
        families: familyAgreements.length,
        familiesAgree: count(familyAgreements) / familyAgreements.length,
    };
}

interface Known {
    readonly mean: number;
    readonly deviation: number;
}

function agree(one: Known, other: Known): boolean {
    return Math.abs(one.mean - other.mean) <= 1.96 * Math.hypot(one.deviation, other.deviation);
}
