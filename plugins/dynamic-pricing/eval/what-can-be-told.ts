import { Elasticity } from '../src/domain/elasticity/elasticity';
import { estimateElasticities } from '../src/domain/elasticity/estimate-elasticities';
import { SalesHistory } from '../src/domain/elasticity/sales-history';

export interface Told {
    readonly items: number;
    /** Items per answer, the most frequent first. */
    readonly answers: ReadonlyArray<readonly [answer: string, items: number]>;
    /** Of the slopes that were told from own weeks: quartiles. */
    readonly quartiles: readonly number[];
    /** Slopes from own weeks whose interval holds 0. */
    readonly signOpen: number;
}

export function whatCanBeTold(family: readonly SalesHistory[]): Told {
    const elasticities = [...estimateElasticities(family).values()];
    const answers = new Map<string, number>();
    for (const elasticity of elasticities) {
        answers.set(answerOf(elasticity), (answers.get(answerOf(elasticity)) ?? 0) + 1);
    }
    const own = elasticities.flatMap(found =>
        found.kind === 'estimated' && found.basis !== 'family' ? [found.slope] : [],
    );
    const means = own.map(({ mean }) => mean).sort((a, b) => a - b);
    return {
        items: elasticities.length,
        answers: [...answers].sort(([, a], [, b]) => b - a),
        quartiles: means.length
            ? [0.25, 0.5, 0.75].map(share => means[Math.floor(share * means.length)]!)
            : [],
        signOpen: own.filter(({ low, high }) => low < 0 && high > 0).length,
    };
}

function answerOf(elasticity: Elasticity): string {
    if (elasticity.kind === 'insufficient-data') {
        return `insufficient data: ${elasticity.reason}`;
    }
    return elasticity.because
        ? `the family's, own weeks: ${elasticity.because}`
        : `own weeks, ${elasticity.basis}`;
}
