import { Matrix } from '../matrix';
import { seededRandom } from '../random';

/** The data of reference.py's `labelled`, bit for bit: a tenth of the third feature is not known. */
export function labelled(seed: number, rows: number): { matrix: Matrix; label: Uint8Array } {
    const draw = seededRandom(seed);
    const label = new Uint8Array(rows);
    const values: number[] = [];
    for (let row = 0; row < rows; row++) {
        const x = Array.from({ length: 6 }, () => draw() * draw() * 20);
        const odd = x[0]! > 4 && x[1]! < 3;
        let chance = 0.02 + 0.02 * x[3]! + (odd ? 0.4 : 0);
        if (draw() < 0.1) {
            x[2] = NaN;
            chance += 0.1;
        }
        label[row] = draw() < chance ? 1 : 0;
        values.push(...x);
    }
    return { matrix: { names: ['a', 'b', 'c', 'd', 'e', 'f'], rows: Float64Array.from(values) }, label };
}

/** The data of its `unlabelled`: heaps around 0, and one row in twenty from anywhere. */
export function unlabelled(seed: number): { matrix: Matrix; label: Uint8Array } {
    const draw = seededRandom(seed);
    const label = Uint8Array.from({ length: 1000 }, (_, row) => (row % 20 === 0 ? 1 : 0));
    const values = Array.from(label).flatMap(odd =>
        Array.from({ length: 5 }, () => (odd ? draw() * 4 - 2 : draw() + draw() + draw() - 1.5)),
    );
    return { matrix: { names: ['a', 'b', 'c', 'd', 'e'], rows: Float64Array.from(values) }, label };
}
