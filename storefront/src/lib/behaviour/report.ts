import type { Act } from './act';
import { ActQueue } from './act-queue';

/** Milliseconds that an act waits for others. */
const patience = 1_500;

let queue: ActQueue | undefined;

/** Tells the shop what the shopper did. For pages of shoppers who have agreed; the shop checks it again. */
export function report(act: Act): void {
    queue ??= startQueue();
    queue.add(act);
}

function startQueue(): ActQueue {
    const made = new ActQueue({ send, later: callback => setTimeout(callback, patience) });
    // The last moment that browsers promise to tell of, on phones too.
    document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'hidden') {
            made.flush(true);
        }
    });
    return made;
}

function send(acts: readonly Act[], leaving: boolean): void {
    const [, locale = ''] = window.location.pathname.split('/');
    const address = `/${locale}/behaviour`;
    const body = new Blob([JSON.stringify(acts)], { type: 'application/json' });
    if (leaving && navigator.sendBeacon(address, body)) {
        return;
    }
    // What gets lost on the way is lost: no shopper waits for it, or reads of it.
    fetch(address, { method: 'POST', body, keepalive: true }).catch(() => undefined);
}
