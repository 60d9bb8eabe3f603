import type { Books, Delivery } from '../books/books';
import { SIGNATURE_HEADER, signatureOf } from './signature';

const AT_ONCE = 16;
const ANSWER_WITHIN_MS = 20_000;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 60_000;

/** Tells the shop of each event until it answers with a 2xx, also over a restart of either. */
export class WebhookSender {
    private readonly underWay = new Set<string>();
    private readonly stopping = new AbortController();
    private timer: NodeJS.Timeout | undefined;

    constructor(
        private readonly books: Books,
        private readonly secret: string,
        private readonly url: string | undefined,
    ) {}

    /** Sends what is due now, and comes back when the next one is. Call it when there is something new. */
    wake(): void {
        if (this.url === undefined || this.stopping.signal.aborted) {
            return;
        }
        clearTimeout(this.timer);
        const now = new Date().toISOString();
        let next: string | undefined;
        for (const delivery of this.books.pendingDeliveries()) {
            const { id, dueAt } = delivery;
            if (this.underWay.has(id)) {
                continue;
            }
            if (dueAt > now) {
                next = next === undefined || dueAt < next ? dueAt : next;
            } else if (this.underWay.size < AT_ONCE) {
                void this.send(delivery, this.url);
            }
        }
        if (next !== undefined) {
            this.timer = setTimeout(() => this.wake(), Math.max(1, Date.parse(next) - Date.now()));
        }
    }

    stop(): void {
        this.stopping.abort();
        clearTimeout(this.timer);
    }

    private async send(delivery: Delivery, url: string): Promise<void> {
        this.underWay.add(delivery.id);
        const delivered = await this.post(delivery, url);
        this.underWay.delete(delivery.id);
        if (!this.stopping.signal.aborted) {
            await this.books.book({ deliveries: [afterAttempt(delivery, delivered, Date.now())] });
            this.wake();
        }
    }

    private async post({ event }: Delivery, url: string): Promise<boolean> {
        const body = JSON.stringify(event);
        try {
            const response = await fetch(url, {
                method: 'POST',
                headers: {
                    'Content-Type': 'application/json',
                    [SIGNATURE_HEADER]: signatureOf(this.secret, Math.floor(Date.now() / 1_000), body),
                },
                body,
                redirect: 'error',
                signal: AbortSignal.any([this.stopping.signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
            });
            await response.body?.cancel();
            return response.ok;
        } catch {
            // Nobody there, or no answer: it is tried again later, like any other answer than a 2xx.
            return false;
        }
    }
}

function afterAttempt(delivery: Delivery, delivered: boolean, now: number): Delivery {
    const attempts = delivery.attempts + 1;
    if (delivered) {
        return { ...delivery, attempts, deliveredAt: new Date(now).toISOString() };
    }
    const wait = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** delivery.attempts);
    return { ...delivery, attempts, dueAt: new Date(now + wait).toISOString() };
}
