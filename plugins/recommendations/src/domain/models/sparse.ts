/** A sparse matrix row by row: row r holds the entries `start[r]` … `start[r + 1]` of `column` and `value`. */
export interface SparseRows {
    readonly start: Int32Array;
    readonly column: Int32Array;
    readonly value: Float64Array | Float32Array;
}

export interface Triplets {
    readonly rows: number;
    readonly row: Int32Array;
    readonly column: Int32Array;
    readonly value: ArrayLike<number>;
}

/** Entries at the same place are added up. Columns keep the order in which they first appear in their row. */
export function sparseRows({ rows, row, column, value }: Triplets, columns: number): SparseRows {
    const begin = offsets(rows, row);
    const order = new Int32Array(row.length);
    const next = begin.slice();
    for (let entry = 0; entry < row.length; entry++) {
        order[next[row[entry]!]!++] = entry;
    }
    const start = new Int32Array(rows + 1);
    const merged = { column: new Int32Array(row.length), value: new Float64Array(row.length) };
    const place = new Int32Array(columns).fill(-1);
    let size = 0;
    for (let r = 0; r < rows; r++) {
        for (let o = begin[r]!; o < begin[r + 1]!; o++) {
            const entry = order[o]!;
            const c = column[entry]!;
            if (place[c]! < start[r]!) {
                place[c] = size;
                merged.column[size++] = c;
            }
            merged.value[place[c]!]! += value[entry]!;
        }
        start[r + 1] = size;
    }
    return { start, column: merged.column.subarray(0, size), value: merged.value.subarray(0, size) };
}

export function transpose({ start, column, value }: SparseRows, columns: number): SparseRows {
    const begin = offsets(columns, column);
    const next = begin.slice();
    const rowOf = new Int32Array(column.length);
    const values = new Float64Array(column.length);
    for (let row = 0; row < start.length - 1; row++) {
        for (let entry = start[row]!; entry < start[row + 1]!; entry++) {
            const to = next[column[entry]!]!++;
            rowOf[to] = row;
            values[to] = value[entry]!;
        }
    }
    return { start: begin, column: rowOf, value: values };
}

function offsets(rows: number, row: Int32Array): Int32Array {
    const start = new Int32Array(rows + 1);
    for (const r of row) {
        start[r + 1]!++;
    }
    for (let r = 0; r < rows; r++) {
        start[r + 1]! += start[r]!;
    }
    return start;
}
