import { expect } from 'vitest';
import { RandomSource } from './random-source';
import type { RandomWrite } from './random-writes';
import type { ReadOptions, ShopReader } from './shop-reader';

/** For a long run: EFI_SHOP_CACHE_ROUNDS=3000. What failed is run again by its seed, as far as time allows. */
export const ROUNDS = Number(process.env.EFI_SHOP_CACHE_ROUNDS ?? 40);
export const SEED = Number(process.env.EFI_SHOP_CACHE_SEED ?? Date.now() % 1_000_000);
/** So long may another server be behind, in milliseconds. */
const A_SECOND = 1_000;

export interface Question {
    readonly query: string;
    readonly options?: ReadOptions;
    /** Jobs that run on after a write change its answer once more. */
    readonly byJobs?: boolean;
}

/** Two servers that are asked without pause while somebody writes, and say what they would say without a cache. */
export class ComparedServers {
    private checks = 0;
    private found = 0;

    constructor(
        private readonly first: ShopReader,
        private readonly second: ShopReader,
        private readonly questions: readonly Question[],
    ) {}

    /** How many of their answers came from memory. */
    get hits(): number {
        return this.found;
    }

    /**
     * @param asked - How many questions are compared after each write.
     */
    async compare(next: () => RandomWrite, random: RandomSource, asked = 2): Promise<void> {
        const readers = new Interleaved([this.first, this.second], this.questions);
        const reading = readers.run(random);
        try {
            for (let round = 0; round < ROUNDS; round++) {
                const write = next();
                await write.run();
                const some = Array.from({ length: asked }, () => random.pick(this.questions));
                for (const question of some) {
                    await this.expectSameAtOnce(question, `round ${round}, ${write.name}`);
                }
                for (const question of some.slice(0, round % 2)) {
                    await this.expectSameSoon(question, `round ${round}, ${write.name}`);
                }
            }
        } finally {
            readers.stop();
            await reading;
        }
        for (const question of this.questions) {
            await this.expectSameSoon(question, 'the end');
        }
        this.found += readers.hits;
        console.info(
            `shop-cache: seed ${SEED}, ${ROUNDS} writes, ${this.checks} comparisons, ${this.found} hits`,
        );
    }

    /** The first answer after the write's own. Where jobs go on changing it, as soon as two fresh answers agree. */
    private async expectSameAtOnce({ query, options, byJobs }: Question, when: string): Promise<void> {
        let cached = await this.first.read(query, options);
        let fresh = await this.first.readFresh(query, options);
        for (let tries = 0; byJobs && tries < 20 && cached.text !== fresh.text; tries++) {
            const before = await this.first.readFresh(query, options);
            cached = await this.first.read(query, options);
            fresh = await this.first.readFresh(query, options);
            if (before.text === fresh.text) {
                break;
            }
        }
        expect(cached.text, `${when}: ${query} ${JSON.stringify(options)}`).toBe(fresh.text);
        this.checks++;
        this.found += Number((await this.first.read(query, options)).hit);
    }

    private async expectSameSoon({ query, options }: Question, when: string): Promise<void> {
        const end = Date.now() + A_SECOND;
        for (;;) {
            const last = Date.now() > end;
            const before = await this.second.readFresh(query, options);
            const cached = await this.second.read(query, options);
            const after = await this.second.readFresh(query, options);
            const steady = before.text === after.text;
            if (steady && (cached.text === after.text || last)) {
                expect(cached.text, `second server, ${when}: ${query}`).toBe(after.text);
                this.checks++;
                return;
            }
        }
    }
}

/** Reads without end, so that answers are being made at every moment of a write. */
class Interleaved {
    hits = 0;
    private stopped = false;

    constructor(
        private readonly readers: readonly ShopReader[],
        private readonly questions: readonly Question[],
    ) {}

    async run(random: RandomSource): Promise<void> {
        const own = new RandomSource(random.below(1_000_000));
        await Promise.all(
            this.readers.map(async reader => {
                while (!this.stopped) {
                    const { query, options } = own.pick(this.questions);
                    this.hits += Number((await reader.read(query, options)).hit);
                    await new Promise(resolve => setTimeout(resolve, own.below(25)));
                }
            }),
        );
    }

    stop(): void {
        this.stopped = true;
    }
}
