type Vertex = { readonly at: readonly number[]; readonly value: number };

/**
 * The downhill simplex of Nelder & Mead (The Computer Journal 7, 1965), begun anew at each minimum until that moves it no
 * more, since a simplex may shrink where there is none.
 */
export function minimise(f: (at: readonly number[]) => number, start: readonly number[]): readonly number[] {
    let best: Vertex = { at: start, value: f(start) };
    for (let round = 0; round < 6; round++) {
        const found = descend(f, best.at, round === 0 ? 0.5 : 0.1);
        const gain = best.value - found.value;
        best = found;
        if (gain < 1e-9) {
            break;
        }
    }
    return best.at;
}

function descend(f: (at: readonly number[]) => number, start: readonly number[], step: number): Vertex {
    const vertex = (at: readonly number[]): Vertex => ({ at, value: f(at) });
    const simplex = [vertex(start), ...start.map((_, i) => vertex(start.with(i, start[i]! + step)))];
    for (let turn = 0; turn < 1_000; turn++) {
        simplex.sort((a, b) => a.value - b.value);
        const [best, worst] = [simplex[0]!, simplex.at(-1)!];
        if (worst.value - best.value < 1e-12 * (1 + Math.abs(best.value)) && spread(simplex) < 1e-7) {
            break;
        }
        const others = simplex.slice(0, -1);
        const centre = start.map((_, i) => others.reduce((sum, { at }) => sum + at[i]!, 0) / others.length);
        const along = (share: number) => vertex(centre.map((c, i) => c + share * (worst.at[i]! - c)));
        const next = reflected(along, best, others.at(-1)!, worst);
        if (next) {
            simplex[simplex.length - 1] = next;
        } else {
            simplex.splice(
                1,
                Infinity,
                ...simplex.slice(1).map(({ at }) => vertex(at.map((x, i) => (x + best.at[i]!) / 2))),
            );
        }
    }
    return simplex.reduce((a, b) => (b.value < a.value ? b : a));
}

/** The vertex that takes the worst one's place; none when the simplex has to shrink. */
function reflected(
    along: (share: number) => Vertex,
    best: Vertex,
    secondWorst: Vertex,
    worst: Vertex,
): Vertex | undefined {
    const mirror = along(-1);
    if (mirror.value < best.value) {
        const further = along(-2);
        return further.value < mirror.value ? further : mirror;
    }
    if (mirror.value < secondWorst.value) {
        return mirror;
    }
    const nearer = mirror.value < worst.value ? along(-0.5) : along(0.5);
    return nearer.value < Math.min(mirror.value, worst.value) ? nearer : undefined;
}

function spread(simplex: readonly Vertex[]): number {
    const first = simplex[0]!.at;
    return Math.max(...simplex.flatMap(({ at }) => at.map((x, i) => Math.abs(x - first[i]!))));
}
