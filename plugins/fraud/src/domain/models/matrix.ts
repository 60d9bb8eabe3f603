/** Rows of features, one after the other; NaN is what is not known. */
export interface Matrix<Name extends string = string> {
    /** Of the columns. */
    readonly names: readonly Name[];
    readonly rows: Float64Array;
}

/** A feature vector as a row in the order of `names`. What a model knows and the vector lacks is not known. */
export function rowOf(
    names: readonly string[],
    vector: Readonly<Record<string, number | undefined>>,
): Float64Array {
    return Float64Array.from(names, name => vector[name] ?? NaN);
}

export function matrixOf<Name extends string>(
    names: readonly Name[],
    vectors: ReadonlyArray<Readonly<Record<Name, number | undefined>>>,
): Matrix<Name> {
    const rows = new Float64Array(vectors.length * names.length);
    vectors.forEach((vector, at) => rows.set(rowOf(names, vector), at * names.length));
    return { names, rows };
}

export function rowCount({ names, rows }: Matrix): number {
    return names.length === 0 ? 0 : rows.length / names.length;
}

/** Row `at` as a view: nothing is copied. */
export function rowAt({ names, rows }: Matrix, at: number): Float64Array {
    return rows.subarray(at * names.length, (at + 1) * names.length);
}

/** Rows `from` up to `to` as a view. */
export function sliceRows<Name extends string>(
    { names, rows }: Matrix<Name>,
    from: number,
    to: number,
): Matrix<Name> {
    return { names, rows: rows.subarray(from * names.length, to * names.length) };
}

export function pickRows<Name extends string>(matrix: Matrix<Name>, picked: ArrayLike<number>): Matrix<Name> {
    const width = matrix.names.length;
    const rows = new Float64Array(picked.length * width);
    for (let at = 0; at < picked.length; at++) {
        rows.set(rowAt(matrix, picked[at]!), at * width);
    }
    return { names: matrix.names, rows };
}

/** The columns by these names, in this order; a column that it lacks is not known. */
export function withColumns<Name extends string>(matrix: Matrix, names: readonly Name[]): Matrix<Name> {
    if (names.length === matrix.names.length && names.every((name, at) => name === matrix.names[at])) {
        return { names, rows: matrix.rows };
    }
    const from = names.map(name => matrix.names.indexOf(name));
    const rows = new Float64Array(rowCount(matrix) * names.length);
    for (let at = 0; at < rowCount(matrix); at++) {
        const row = rowAt(matrix, at);
        from.forEach((column, to) => (rows[at * names.length + to] = row[column] ?? NaN));
    }
    return { names, rows };
}
