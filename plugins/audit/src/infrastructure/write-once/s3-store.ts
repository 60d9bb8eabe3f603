import { sign } from 'aws4';
import { createHash } from 'node:crypto';
import type { KeptObject, WriteOnceStore } from './write-once-store.port';

export interface S3StoreOptions {
    readonly region: string;
    /** With object lock, which a bucket has from when it is made. */
    readonly bucket: string;
    /** Before all names, such as `audit/`. @default none */
    readonly prefix?: string;
    /** Asked for each time, so that those of a role can be renewed. */
    readonly credentials: () => AwsCredentials | Promise<AwsCredentials>;
    /** Of a service that speaks S3; the bucket is the first part of the path then. @default that of the region */
    readonly endpoint?: string;
    /** `GOVERNANCE` lets whoever has a permission of its own remove objects earlier. @default 'COMPLIANCE' */
    readonly mode?: 'COMPLIANCE' | 'GOVERNANCE';
}

interface AwsCredentials {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
}

interface Call {
    readonly method: 'GET' | 'PUT';
    /** Encoded, without a slash at its beginning. */
    readonly path?: string;
    readonly query?: Readonly<Record<string, string>>;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: Buffer;
}

const TIMEOUT = 60_000;

/** A bucket of S3, or of a service that speaks it, whose objects are locked. */
export function s3Store(options: S3StoreOptions): WriteOnceStore {
    const { region, bucket, prefix = '', endpoint, mode = 'COMPLIANCE' } = options;
    const base = new URL(
        endpoint
            ? `${endpoint.replace(/\/$/, '')}/${bucket}/`
            : `https://${bucket}.s3.${region}.amazonaws.com/`,
    );

    const call = async ({ method, path = '', query = {}, headers = {}, body }: Call): Promise<Response> => {
        const search = new URLSearchParams([...Object.entries(query)].sort())
            .toString()
            .replaceAll('+', '%20');
        const target = `${base.pathname}${path}${search && `?${search}`}`;
        const signed = sign(
            {
                ...{ host: base.host, path: target, method, service: 's3', region, headers: { ...headers } },
                ...(body ? { body } : {}),
            },
            await options.credentials(),
        );
        return fetch(new URL(target, base), {
            ...{ method, headers: signed.headers, signal: AbortSignal.timeout(TIMEOUT) },
            ...(body ? { body: new Uint8Array(body) } : {}),
        });
    };
    const pathOf = (name: string) => `${prefix}${name}`.split('/').map(encodeURIComponent).join('/');

    return {
        async list(under) {
            const names: string[] = [];
            let token: string | undefined;
            do {
                const response = await call({
                    method: 'GET',
                    query: {
                        ...{ 'list-type': '2', 'encoding-type': 'url', prefix: `${prefix}${under}` },
                        ...(token ? { 'continuation-token': token } : {}),
                    },
                });
                const text = await said(response, 'list');
                names.push(
                    ...[...text.matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, key = '']) =>
                        decodeURIComponent(key.replaceAll('+', ' ')).slice(prefix.length),
                    ),
                );
                token = /<NextContinuationToken>([^<]+)</.exec(text)?.[1];
            } while (token);
            return names;
        },
        async put(name, body, lockedUntil) {
            const response = await call({
                ...{ method: 'PUT', path: pathOf(name), body },
                headers: {
                    'content-type': 'application/octet-stream',
                    // Object lock demands one of them; whoever changes the body on its way is found out.
                    'content-md5': createHash('md5').update(body).digest('base64'),
                    'x-amz-checksum-sha256': createHash('sha256').update(body).digest('base64'),
                    'x-amz-object-lock-mode': mode,
                    'x-amz-object-lock-retain-until-date': lockedUntil.toISOString(),
                    'if-none-match': '*',
                },
            });
            await said(response, `put ${name}`);
        },
        async read(name): Promise<KeptObject | undefined> {
            const response = await call({ method: 'GET', path: pathOf(name) });
            if (response.status === 404) {
                await response.body?.cancel();
                return undefined;
            }
            if (!response.ok) {
                await said(response, `read ${name}`);
            }
            const until = response.headers.get('x-amz-object-lock-retain-until-date');
            const isLocked = response.headers.get('x-amz-object-lock-mode') === mode && until !== null;
            return {
                body: Buffer.from(await response.arrayBuffer()),
                lockedUntil: isLocked ? new Date(until) : undefined,
            };
        },
    };
}

/** @throws Error with the code that S3 gives. */
async function said(response: Response, what: string): Promise<string> {
    const text = await response.text();
    if (!response.ok) {
        const code = /<Code>([^<]{1,100})<\/Code>/.exec(text)?.[1] ?? '';
        throw new Error(`S3 refused to ${what}: ${response.status} ${code}`.trim());
    }
    return text;
}
