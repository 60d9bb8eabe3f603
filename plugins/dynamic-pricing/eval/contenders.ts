import { usableControls } from '../src/domain/elasticity/estimate-elasticities';
import { familySlopes } from '../src/domain/elasticity/family-slopes';
import { Gram, gramOf, sumOf } from '../src/domain/elasticity/gram';
import { leastSquares } from '../src/domain/elasticity/least-squares';
import { fitMixedModel } from '../src/domain/elasticity/mixed-model';
import { SalesHistory, SalesWeek, weeksWithSales } from '../src/domain/elasticity/sales-history';

/** Log units that a member is expected to sell in a week, by the member's place in its family. */
type Prediction = (member: number, week: SalesWeek) => number;

/** What a family's earlier weeks teach. Each gives every member a level of its own; they differ in the slopes. */
export const contenders: Readonly<Record<string, (family: readonly SalesHistory[]) => Prediction>> = {
    hierarchical: family => {
        const { weeks, grams, controls } = familyGrams(family);
        const { fixed, members } = fitMixedModel(grams);
        const slopes = familySlopes(weeks, controls).members;
        return predictionOf(grams, controls, member => {
            return [members[member]!.level, slopes[member]!.mean, ...fixed.slice(2)];
        });
    },
    'pooled: one slope': family => oneSlope(family, gram => gram),
    'each by itself (OLS)': family => {
        const own = family.map(weeksWithSales).map(weeks => {
            const controls = usableControls([weeks]);
            const gram = gramOf(weeks, controls);
            return { gram, controls, fit: leastSquares(gram) };
        });
        return (member, week) => {
            const { gram, controls, fit } = own[member]!;
            return predictionOf([gram], controls, () => fit.coefficients)(0, week);
        };
    },
    'price left out': family => oneSlope(family, withoutPrice),
};

export function familyGrams(family: readonly SalesHistory[]) {
    const weeks = family.map(weeksWithSales);
    const controls = usableControls(weeks);
    return { weeks, grams: weeks.map(own => gramOf(own, controls)), controls };
}

function predictionOf(
    grams: readonly Gram[],
    controls: readonly number[],
    coefficientsOf: (member: number) => readonly number[],
): Prediction {
    return (member, week) => {
        const row = [
            1,
            Math.log(week.price) - grams[member]!.meanLogPrice,
            ...controls.map(at => week.controls[at]!),
        ];
        return coefficientsOf(member).reduce((sum, coefficient, at) => sum + coefficient * row[at]!, 0);
    };
}

/** Levels are taken out of the sums by centring each member on itself, and come back as what its own weeks leave. */
function oneSlope(family: readonly SalesHistory[], prepared: (gram: Gram) => Gram): Prediction {
    const { grams, controls } = familyGrams(family);
    const centred = grams.map(centre);
    const weeks = grams.reduce((sum, gram) => sum + gram.weeks, 0);
    const pooled = prepared({ ...grams[0]!, weeks, products: sumOf(centred) });
    const { coefficients } = leastSquares(pooled);
    return predictionOf(grams, controls, member => {
        const { products, size, weeks: own } = grams[member]!;
        const explained = coefficients.reduce(
            (sum, value, at) => sum + (at > 0 ? value * products[at]! : 0),
            0,
        );
        return [(products[size - 1]! - explained) / own, ...coefficients.slice(1)];
    });
}

/** Each column less its mean; the column of ones stays, beside all others. */
function centre(gram: Gram): Gram {
    const { size, weeks } = gram;
    const products = gram.products.map((product, at) => {
        const [i, j] = [Math.floor(at / size), at % size];
        if (i === 0 || j === 0) {
            return i === j ? product : 0;
        }
        return product - (gram.products[i]! * gram.products[j]!) / weeks;
    });
    return { ...gram, products };
}

/** A price beside everything else has a slope of 0. */
function withoutPrice(gram: Gram): Gram {
    const { size } = gram;
    const products = gram.products.map((product, at) => {
        const [i, j] = [Math.floor(at / size), at % size];
        return (i === 1) !== (j === 1) ? 0 : product;
    });
    return { ...gram, products };
}
