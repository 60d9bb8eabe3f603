import http, { type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import https from 'node:https';

interface Question {
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
    /** How long to wait for the whole answer, in milliseconds. */
    readonly patience: number;
}

interface Answer {
    readonly status: number | undefined;
    readonly headers: IncomingHttpHeaders;
    readonly body: string;
}

/**
 * Milliseconds after which a connection that nobody uses is closed. Servers close theirs after 5 s as a rule: a question
 * that is just on its way then would be lost.
 */
const IDLE = 4_000;

const clients = {
    'http:': { request: http.request, agent: new http.Agent({ keepAlive: true, timeout: IDLE }) },
    'https:': { request: https.request, agent: new https.Agent({ keepAlive: true, timeout: IDLE }) },
};

/**
 * Asks by Node's own client, on connections that are kept. A page asks half a dozen times, and `fetch` takes the processor
 * twice as long for each, before what Next.js does around it.
 */
export function postJson(address: string, { headers, body, patience }: Question): Promise<Answer> {
    const url = new URL(address);
    const { request, agent } = clients[url.protocol === 'https:' ? 'https:' : 'http:'];
    return new Promise((resolve, reject) => {
        const asked = request(url, {
            method: 'POST',
            agent,
            headers: { 'content-type': 'application/json', ...headers },
        });
        const overdue = setTimeout(
            () => asked.destroy(new Error(`No answer of ${url.host} within ${patience} ms`)),
            patience,
        );
        asked.once('close', () => clearTimeout(overdue));
        asked.once('error', reject);
        asked.once('response', answer => {
            textOf(answer).then(
                text => resolve({ status: answer.statusCode, headers: answer.headers, body: text }),
                reject,
            );
        });
        asked.end(JSON.stringify(body));
    });
}

async function textOf(answer: IncomingMessage): Promise<string> {
    const parts: Buffer[] = [];
    for await (const part of answer) {
        parts.push(part as Buffer);
    }
    return Buffer.concat(parts).toString('utf8');
}
