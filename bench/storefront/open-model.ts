import { Agent, get } from 'node:http';

/** What a while of visitors found. */
export interface Visits {
    /** From when each was to begin to the last byte, in milliseconds: who has to wait for the sender waits, too. */
    readonly milliseconds: readonly number[];
    /** By status, and `error` for none. */
    readonly answers: Readonly<Record<string, number>>;
}

/** Of requests that one call makes: a rate and a time that make more are a slip. */
const MOST = 20_000;

/** Milliseconds after which a visitor has waited for nothing. */
const PATIENCE = 10_000;

interface Options {
    readonly perSecond: number;
    readonly seconds: number;
    readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Visitors who come at a steady rate, whether those before them have been answered or not. Each has a connection to
 * itself for as long as it needs one, and takes what is compressed, as browsers do.
 *
 * @throws RangeError for an address that isn't this machine's own, or for too many of them.
 */
export async function visitSteadily(
    addressOf: (visitor: number) => string,
    { perSecond, seconds, headers }: Options,
): Promise<Visits> {
    const visitors = Math.round(perSecond * seconds);
    const { hostname } = new URL(addressOf(0));
    if (visitors > MOST || !['localhost', '127.0.0.1', '[::1]'].includes(hostname)) {
        throw new RangeError(
            `${visitors} visitors to ${hostname}: at most ${MOST}, and to this machine only.`,
        );
    }
    const agent = new Agent({ keepAlive: true });
    const milliseconds: number[] = [];
    const answers: Record<string, number> = {};
    const began = performance.now() + 100;
    const one = (visitor: number): Promise<void> => {
        const due = began + (visitor * 1_000) / perSecond;
        return new Promise(resolve => {
            let status: number | undefined;
            const finish = () => {
                const answer = String(status ?? 'error');
                answers[answer] = (answers[answer] ?? 0) + 1;
                milliseconds.push(performance.now() - due);
                resolve();
            };
            setTimeout(
                () => {
                    const request = get(
                        addressOf(visitor),
                        {
                            agent,
                            timeout: PATIENCE,
                            headers: { accept: 'text/html', 'accept-encoding': 'gzip', ...headers },
                        },
                        response => {
                            response.resume();
                            response.once('end', () => (status = response.statusCode));
                        },
                    );
                    request.once('timeout', () => request.destroy(new Error('It took too long.')));
                    request.once('error', () => undefined);
                    request.once('close', finish);
                },
                Math.max(0, due - performance.now()),
            );
        });
    };
    await Promise.all(Array.from({ length: visitors }, (_, visitor) => one(visitor)));
    agent.destroy();
    return { milliseconds, answers };
}
