import { readFileSync } from 'node:fs';
import path from 'node:path';
import { anomalyScore, trainIsolationForest } from '../src/domain/models/isolation-forest';
import { type Matrix, rowAt, rowCount } from '../src/domain/models/matrix';
import { once, ranked, rocAuc } from '../src/domain/models/metrics';
import { seededRandom } from '../src/domain/models/random';

export interface IonosphereResult {
    readonly rows: number;
    /** Area under the ROC curve over 20 seeds. */
    readonly mean: number;
    readonly least: number;
    readonly most: number;
    /** Mean over as many seeds by scikit-learn. */
    readonly scikitLearn: number;
    readonly isWithin: boolean;
}

/** How far from scikit-learn's AUC the forest may be. */
const tolerance = 0.01;

/** From where this is compiled to, simulate/dist/simulate. */
const referenceFile = path.join(__dirname, '../../../src/domain/models/reference/reference.json');

/** The isolation forest on the radar returns of ionosphere.arff, where "b" is the odd class. */
export function measureIonosphere(arff: string): IonosphereResult {
    const { matrix, label } = readIonosphere(arff);
    const aucs = Array.from({ length: 20 }, (_, seed) => {
        const forest = trainIsolationForest(matrix, {}, seededRandom(seed));
        const score = Float64Array.from({ length: rowCount(matrix) }, (__, at) =>
            anomalyScore(forest, rowAt(matrix, at)),
        );
        const cases = ranked({ score, label });
        return rocAuc(cases, once(cases));
    });
    const mean = aucs.reduce((sum, auc) => sum + auc, 0) / aucs.length;
    const reference = JSON.parse(readFileSync(referenceFile, 'utf8')) as { ionosphere: { mean: number } };
    const scikitLearn = reference.ionosphere.mean;
    return {
        rows: label.length,
        mean,
        least: Math.min(...aucs),
        most: Math.max(...aucs),
        scikitLearn,
        isWithin: Math.abs(mean - scikitLearn) < tolerance,
    };
}

/** The data part of the ARFF file: numbers, then the class. */
export function readIonosphere(arff: string): { matrix: Matrix; label: Uint8Array } {
    const lines = arff.split(/\r?\n/).filter(line => line.trim() !== '' && !/^[@%]/.test(line));
    const rows = lines.map(line => line.split(',').map(cell => cell.trim()));
    const width = (rows[0]?.length ?? 0) - 1;
    const wrong = rows.findIndex(
        cells =>
            cells.length !== width + 1 ||
            !['b', 'g'].includes(cells[width]!) ||
            cells.slice(0, width).some(cell => cell === '' || Number.isNaN(Number(cell))),
    );
    if (width < 1 || wrong >= 0) {
        throw new Error(
            `Not ionosphere.arff: ${width < 1 ? 'no rows' : `"${lines[wrong]!.slice(0, 60)}"`}. Expected numbers, then b or g.`,
        );
    }
    return {
        matrix: {
            names: Array.from({ length: width }, (_, at) => `a${at + 1}`),
            rows: Float64Array.from(rows.flatMap(cells => cells.slice(0, width).map(Number))),
        },
        label: Uint8Array.from(rows, cells => (cells[width] === 'b' ? 1 : 0)),
    };
}
