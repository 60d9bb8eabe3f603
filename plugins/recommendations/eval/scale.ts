import { decodeArtefact, encodeArtefact } from '../src/domain/artefact';
import { Artefact, TrainingSet } from '../src/domain/model';
import { als } from '../src/domain/models/als';
import { blend } from '../src/domain/models/blend';
import { ease } from '../src/domain/models/ease';
import { itemToItem } from '../src/domain/models/item-to-item';
import { seededRandom } from '../src/domain/models/random';
import { session } from '../src/domain/models/session';
import { historiesOf } from '../src/domain/time-split';

const day = 24 * 60 * 60 * 1000;

/** Trains on invented acts, as many as a large shop has, and says what it took: npm run eval:scale [-- items acts] */
const [items, acts] = process.argv.slice(2).map(Number);
main(items ?? 100_000, acts ?? 1_000_000);

function main(items: number, acts: number): void {
    const set = invented(items, acts, Math.ceil(acts / 10));
    console.log(`${set.items} items, ${set.item.length} acts, ${set.users} people`);
    const factors = 32;
    measure('item-to-item', () => itemToItem.train(set));
    measure('session', () => session.train(set));
    measure('ALS, 32 factors', () => als.train(set, { factors }));
    measure('EASE, 4,000 items', () => ease.train(set));
    const artefact = measure('blend', () => blend.train(set, { als: { factors } }));

    const model = blend.load(decodeArtefact(encodeArtefact(artefact)));
    const histories = [...historiesOf(set).values()].slice(0, 200);
    const times = histories.map(history => {
        const began = process.hrtime.bigint();
        model.recommend({ history, now: set.until }, 24);
        return Number(process.hrtime.bigint() - began) / 1e6;
    });
    times.sort((a, b) => a - b);
    console.log(`asking the blend: median ${times[100]!.toFixed(1)} ms, p95 ${times[190]!.toFixed(1)} ms`);
}

function measure(name: string, train: () => Artefact): Artefact {
    const began = process.hrtime.bigint();
    const artefact = train();
    const seconds = Number(process.hrtime.bigint() - began) / 1e9;
    const megabytes = encodeArtefact(artefact).length / 1e6;
    const peak = process.resourceUsage().maxRSS / 1024;
    console.log(
        `${name}: ${seconds.toFixed(1)} s, ${megabytes.toFixed(1)} MB, peak of the process ${peak.toFixed(0)} MiB`,
    );
    return artefact;
}

/** People of about ten acts each over a year; items by Zipf's law, mostly from the person's own corner of the shop. */
function invented(items: number, acts: number, users: number): TrainingSet {
    const random = seededRandom(1);
    const corners = 200;
    const user = Int32Array.from({ length: acts }, () => Math.floor(random() * users));
    const at = Float64Array.from({ length: acts }, () => Math.floor(random() * 365) * day);
    const item = user.map(person => {
        const rank = Math.floor(items ** random()) - 1;
        const corner = person % corners;
        return random() < 0.7 ? Math.floor(rank / corners) * corners + corner : rank;
    });
    return {
        users,
        items,
        user,
        at,
        item: item.map(index => Math.min(items - 1, index)),
        basket: baskets(user, at),
        weight: new Float32Array(acts).fill(1),
        until: 365 * day,
    };
}

/** What a person takes within a day is a basket. */
function baskets(user: Int32Array, at: Float64Array): Int32Array {
    const indexes = new Map<number, number>();
    return user.map((person, act) => {
        const key = person * 365 + at[act]! / day;
        const index = indexes.get(key) ?? indexes.size;
        indexes.set(key, index);
        return index;
    });
}
