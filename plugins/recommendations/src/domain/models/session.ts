import { Artefact, ModelKind, RecommenderModel, TrainingSet } from '../model';
import { ageInDays, decay } from './affinity';
import { loadNeighbours, NeighbourRows } from './neighbours';
import { sparseRows } from './sparse';

export interface SessionSettings {
    /**
     * How many of the latest items the next one is told from.
     * @default 8
     */
    readonly latest: number;
    /**
     * An act leads to those after it, at most so many by the same person.
     * @default 20
     */
    readonly reach: number;
    /**
     * Days between two acts after which the step from one to the other counts half.
     * @default 7
     */
    readonly halfLifeDays: number;
    /**
     * Next items kept per item.
     * @default 100
     */
    readonly neighbours: number;
}

/**
 * What people take next after what they took last. Steps go forward in time; within one basket, which has no order,
 * both ways. A step weighs 2^(−days between / half-life) and is divided by the root of how often both items occur.
 */
export const session: ModelKind<SessionSettings> = {
    name: 'session',
    defaults: { latest: 8, reach: 20, halfLifeDays: 7, neighbours: 100 },

    train(set: TrainingSet, settings): Artefact {
        const { latest, reach, halfLifeDays, neighbours } = { ...this.defaults, ...settings };
        const acts = inOrder(set);
        const row = acts.map(act => set.item[act]!);
        const column = Int32Array.from(acts.keys());
        const positions = sparseRows({ rows: set.items, row, column, value: set.weight }, acts.length);
        const steps = new Float64Array(set.items);
        const rows = new NeighbourRows(neighbours);
        const count = (item: number) => positions.start[item + 1]! - positions.start[item]!;
        for (let item = 0; item < set.items; item++) {
            const reached: number[] = [];
            const add = (from: number, to: number) => {
                const next = set.item[to]!;
                const days = ageInDays(set.at[from]!, set.at[to]!);
                if (steps[next] === 0) {
                    reached.push(next);
                }
                steps[next]! += set.weight[to]! * decay(days, 1 / halfLifeDays);
            };
            for (let entry = positions.start[item]!; entry < positions.start[item + 1]!; entry++) {
                walk(set, acts, positions.column[entry]!, reach, add);
            }
            rows.add(reached, to => (to === item ? 0 : steps[to]! / Math.sqrt(count(item) * count(to))));
            reached.forEach(to => (steps[to] = 0));
        }
        return rows.artefact(this.name, { decayPerDay: 0, latest });
    },

    load(artefact: Artefact): RecommenderModel {
        return loadNeighbours(artefact, this.name);
    },
};

/** All acts, person by person, each in the order of time, baskets in one piece. */
function inOrder({ user, at, basket }: TrainingSet): Int32Array {
    return Int32Array.from(user.keys()).sort((a, b) => {
        return user[a]! - user[b]! || at[a]! - at[b]! || basket[a]! - basket[b]! || a - b;
    });
}

/** Visits the acts within reach after the one at `position`, and those before it in the same basket. */
function walk(
    set: TrainingSet,
    acts: Int32Array,
    position: number,
    reach: number,
    visit: (from: number, to: number) => void,
): void {
    const from = acts[position]!;
    for (let next = position + 1; next <= position + reach && next < acts.length; next++) {
        const to = acts[next]!;
        if (set.user[to] !== set.user[from]) {
            break;
        }
        visit(from, to);
    }
    for (let before = position - 1; before >= position - reach && before >= 0; before--) {
        const to = acts[before]!;
        if (set.user[to] !== set.user[from] || set.basket[to] !== set.basket[from]) {
            break;
        }
        visit(from, to);
    }
}
