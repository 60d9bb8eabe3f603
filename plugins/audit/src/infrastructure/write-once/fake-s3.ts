import { sign } from 'aws4';
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Kept {
    readonly body: Buffer;
    readonly mode: string | undefined;
    readonly until: string | undefined;
}

interface Answer {
    readonly status: number;
    readonly headers?: Record<string, string>;
    readonly content?: string | Buffer;
}

const refusal = (status: number, code: string): Answer => ({
    ...{ status, content: `<Error><Code>${code}</Code></Error>` },
});

export const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'of-a-test-alone' };

/**
 * S3 as far as it is used here, with its own answers, for a bucket named `trail`: signatures are computed anew, and what
 * AWS refuses is refused by the same codes.
 *
 * @param hasObjectLock - Whether the bucket was made with object lock.
 */
export async function fakeS3(hasObjectLock = true, pageSize = 1000) {
    const objects = new Map<string, Kept>();
    const server = createServer((request, response) => {
        void bodyOf(request).then(body => {
            const { status, headers = {}, content = '' } = answer(request, body);
            response.writeHead(status, headers).end(content);
        });
    });
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;

    function answer({ method = '', url = '', headers }: IncomingMessage, body: Buffer): Answer {
        if (!isSigned(method, url, headers, body)) {
            return refusal(403, 'SignatureDoesNotMatch');
        }
        const { pathname, searchParams } = new URL(url, 'http://s3');
        const name = decodeURIComponent(pathname.replace(/^\/trail\//, ''));
        if (method === 'PUT') {
            return put(name, headers, body);
        }
        return name === '' ? list(searchParams) : read(name);
    }

    function put(name: string, headers: IncomingMessage['headers'], body: Buffer): Answer {
        const [mode, until] = [
            headers['x-amz-object-lock-mode'],
            headers['x-amz-object-lock-retain-until-date'],
        ];
        if (mode && !hasObjectLock) {
            return refusal(400, 'InvalidRequest');
        }
        if (mode && headers['content-md5'] !== createHash('md5').update(body).digest('base64')) {
            return refusal(400, 'BadDigest');
        }
        if (headers['if-none-match'] === '*' && objects.has(name)) {
            return refusal(412, 'PreconditionFailed');
        }
        objects.set(name, { body, mode: String(mode), until: until && String(until) });
        return { status: 200 };
    }

    function list(searchParams: URLSearchParams): Answer {
        const prefix = searchParams.get('prefix') ?? '';
        const after = searchParams.get('continuation-token') ?? '';
        const found = [...objects.keys()].filter(key => key.startsWith(prefix) && key > after).sort();
        const page = found.slice(0, pageSize);
        const next =
            found.length > page.length ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
        const keys = page.map(key => `<Contents><Key>${encodeURIComponent(key)}</Key></Contents>`).join('');
        return { status: 200, content: `<ListBucketResult>${keys}${next}</ListBucketResult>` };
    }

    function read(name: string): Answer {
        const kept = objects.get(name);
        return kept
            ? {
                  ...{ status: 200, content: kept.body },
                  headers: {
                      ...(kept.mode ? { 'x-amz-object-lock-mode': kept.mode } : {}),
                      ...(kept.until ? { 'x-amz-object-lock-retain-until-date': kept.until } : {}),
                  },
              }
            : refusal(404, 'NoSuchKey');
    }

    /** Anew, from what came: whatever was changed on its way has another signature. */
    function isSigned(
        method: string,
        path: string,
        headers: IncomingMessage['headers'],
        body: Buffer,
    ): boolean {
        const given = headers.authorization ?? '';
        const names = /SignedHeaders=([^,]+)/.exec(given)?.[1]?.split(';') ?? [];
        const kept = Object.fromEntries(
            names.filter(name => name !== 'host').map(name => [name, String(headers[name])]),
        );
        const again = sign(
            {
                ...{
                    host: String(headers.host),
                    path,
                    method,
                    service: 's3',
                    region: 'eu-test-1',
                    headers: kept,
                },
                ...(body.length ? { body } : {}),
            },
            credentials,
        );
        return again.headers.Authorization === given;
    }

    return {
        endpoint: `http://127.0.0.1:${port}`,
        objects,
        close: () => new Promise(done => server.close(done)),
    };
}

function bodyOf(request: IncomingMessage): Promise<Buffer> {
    const parts: Buffer[] = [];
    return new Promise(done => {
        request.on('data', (part: Buffer) => parts.push(part));
        request.on('end', () => done(Buffer.concat(parts)));
    });
}
