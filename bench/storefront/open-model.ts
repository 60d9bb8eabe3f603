import { Agent, get } from 'node:http';

/** What a while of visitors found. */
export interface Visits {
    /** From when each was to begin to the last byte, in milliseconds: who has to wait for the sender waits, too. */
    readonly milliseconds: readonly number[];
    /** By status, and `error` for none. */
    readonly answers: Readonly<Record<string, number>>;
}

interface Options {
    readonly perSecond: number;
    readonly seconds: number;
    readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Visitors who come at a steady rate, whether those before them have been answered or not. Each has a connection to
 * itself for as long as it needs one, and takes what is compressed, as browsers do.
 */
export async function visitSteadily(
    addressOf: (visitor: number) => string,
    { perSecond, seconds, headers }: Options,
): Promise<Visits> {
    const agent = new Agent({ keepAlive: true });
    const milliseconds: number[] = [];
    const answers: Record<string, number> = {};
    const began = performance.now() + 100;
    const one = (visitor: number): Promise<void> => {
        const due = began + (visitor * 1_000) / perSecond;
        return new Promise(resolve => {
            const finish = (answer: string | number | undefined) => {
                answers[String(answer)] = (answers[String(answer)] ?? 0) + 1;
                milliseconds.push(performance.now() - due);
                resolve();
            };
            setTimeout(
                () => {
                    const request = get(
                        addressOf(visitor),
                        { agent, headers: { accept: 'text/html', 'accept-encoding': 'gzip', ...headers } },
                        response => {
                            response.resume();
                            response.once('end', () => finish(response.statusCode));
                        },
                    );
                    request.once('error', () => finish('error'));
                },
                Math.max(0, due - performance.now()),
            );
        });
    };
    await Promise.all(Array.from({ length: Math.round(perSecond * seconds) }, (_, visitor) => one(visitor)));
    agent.destroy();
    return { milliseconds, answers };
}
