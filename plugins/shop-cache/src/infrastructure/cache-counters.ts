import { type Counter, type Gauge, metrics } from '@efi/plugin-kit';
import type { AnswerCache } from '../application/answer-cache';

/** `not-kept` was asked of the shop and could not be kept; `bypass` was never looked at. */
export type Outcome = 'hit' | 'miss' | 'collapsed' | 'not-kept' | 'bypass';

export class CacheCounters {
    private readonly requests: Counter;
    private readonly dropped: Counter;
    private readonly lost: Counter;
    private readonly bytes: Gauge;
    private readonly answers: Gauge;

    constructor() {
        const kit = metrics();
        this.requests = kit.counter(
            'efi_shop_cache_requests_total',
            'Requests of the Shop API by what the cache did.',
            ['outcome'],
        );
        this.dropped = kit.counter('efi_shop_cache_dropped_total', 'Answers dropped because of a change.');
        this.lost = kit.counter('efi_shop_cache_feed_lost_total', 'Times that word of changes was lost.');
        this.bytes = kit.gauge('efi_shop_cache_bytes', 'Memory taken by answers and their keys.');
        this.answers = kit.gauge('efi_shop_cache_answers', 'Answers in the cache.');
    }

    request(outcome: Outcome): void {
        this.requests.increment({ outcome });
    }

    drop(count: number): void {
        if (count > 0) {
            this.dropped.increment({}, count);
        }
    }

    feedLost(): void {
        this.lost.increment();
    }

    size(cache: AnswerCache): void {
        this.bytes.set(cache.bytes);
        this.answers.set(cache.size);
    }
}
