import { readFileSync } from 'node:fs';
import path from 'node:path';
import { estimateElasticities } from '../src/domain/elasticity/estimate-elasticities';
import { fitMixedModel } from '../src/domain/elasticity/mixed-model';
import { familyGrams } from './contenders';
import { StoreBrand } from './orange-juice';
import { groupsOf, spanOf, within } from './window';

/** See orange-juice.R. */
interface Referee {
    readonly by: string;
    readonly brands: ReadonlyArray<{
        readonly brand: number;
        readonly slope: number;
        readonly low: number;
        readonly high: number;
        readonly stores: Readonly<Record<string, number>>;
    }>;
}

export interface BrandAgreement {
    readonly brand: string;
    readonly slope: number;
    readonly low: number;
    readonly high: number;
    readonly referee: { readonly slope: number; readonly low: number; readonly high: number };
    readonly stores: number;
    /** Stores whose slope the referee puts within our interval. */
    readonly storesWithin: number;
    readonly storesOfSameSign: number;
    readonly greatestDifference: number;
}

export function readReferee(): Referee {
    const file = path.join(__dirname, '../../referee/orange-juice.json');
    return JSON.parse(readFileSync(file, 'utf8')) as Referee;
}

/** Each brand's slope and each store's, on all weeks, beside an independent mixed model's. */
export function agreement(histories: readonly StoreBrand[], referee: Referee): BrandAgreement[] {
    const all = within(histories, spanOf(histories));
    return groupsOf(all, ({ brand }) => brand).map(family => {
        const { brand } = family[0]!;
        const theirs = referee.brands.find(other => String(other.brand) === brand)!;
        const model = fitMixedModel(familyGrams(family).grams);
        const half = 1.96 * Math.sqrt(model.slopeVariance);
        const estimates = estimateElasticities(family);
        const stores = family.flatMap(({ id, store }) => {
            const estimate = estimates.get(id)!;
            return estimate.kind === 'estimated' ? [{ ...estimate.slope, other: theirs.stores[store]! }] : [];
        });
        return {
            brand,
            slope: model.fixed[1]!,
            low: model.fixed[1]! - half,
            high: model.fixed[1]! + half,
            referee: theirs,
            stores: stores.length,
            storesWithin: stores.filter(({ low, high, other }) => other >= low && other <= high).length,
            storesOfSameSign: stores.filter(({ mean, other }) => mean * other > 0).length,
            greatestDifference: Math.max(...stores.map(({ mean, other }) => Math.abs(mean - other))),
        };
    });
}
