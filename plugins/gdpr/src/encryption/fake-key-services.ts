import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

/** Fakes of ours for specs. They speak what Vault and KMS speak over HTTP, and check what those check. */
export interface FakeKeyService {
    readonly url: string;
    /** A new version of the key, which wraps from now on. */
    readonly rotate: () => void;
    stop(): Promise<void>;
}

type Answer = readonly [status: number, body: object];

const NO_KEY: Answer = [400, { errors: ['encryption key not found'] }];

/** What a Vault knows of logins, for who looks at it. */
export interface FakeLogins {
    /** The bodies of a login that it lets in, by method. */
    readonly known: Readonly<Record<string, object>>;
    /** In seconds. */
    lease: number;
    /** Tokens that hold; those that a login or a renewal gave are `hvs.1`, `hvs.2` … */
    readonly tokens: Set<string>;
    /** What was asked for, such as `approle/login`. */
    readonly asked: string[];
}

/**
 * HashiCorp Vault’s transit engine with one key, `POST /v1/transit/encrypt/:key` and `/decrypt/:key`, and logins,
 * `POST /v1/auth/:method/login` and `/v1/auth/token/renew-self`.
 */
export function fakeVaultTransit(
    key: string,
    token: string,
    logins: FakeLogins = { known: {}, lease: 60, tokens: new Set(), asked: [] },
): Promise<FakeKeyService> {
    const versions = [randomBytes(32)];
    return serve(
        (request, body) => {
            const held = String(request.headers['x-vault-token']);
            const [, path] = /^\/v1\/auth\/(.+)$/.exec(request.url ?? '') ?? [];
            if (path) {
                return logIn(logins, path, held, body);
            }
            if (held !== token && !logins.tokens.has(held)) {
                return [403, { errors: ['permission denied'] }];
            }
            const [, what, name] =
                /^\/v1\/transit\/(encrypt|decrypt)\/([^/]+)$/.exec(request.url ?? '') ?? [];
            if (name !== key) {
                return NO_KEY;
            }
            if (what === 'encrypt') {
                const { plaintext } = z.object({ plaintext: z.base64() }).parse(JSON.parse(body));
                const content = encrypt(Buffer.from(plaintext, 'base64'), versions.at(-1) ?? Buffer.of(), '');
                const ciphertext = `vault:v${versions.length}:${content.toString('base64')}`;
                return [200, { data: { ciphertext, key_version: versions.length } }];
            }
            const { ciphertext } = z.object({ ciphertext: z.string() }).parse(JSON.parse(body));
            const [, version = '', content = ''] = /^vault:v(\d+):(.+)$/.exec(ciphertext) ?? [];
            const plain = decrypt(Buffer.from(content, 'base64'), versions[Number(version) - 1], '');
            return plain
                ? [200, { data: { plaintext: plain.toString('base64') } }]
                : [400, { errors: ['cipher: message authentication failed'] }];
        },
        () => void versions.push(randomBytes(32)),
    );
}

function logIn(logins: FakeLogins, path: string, held: string, body: string): Answer {
    logins.asked.push(path);
    const isRenewal = path === 'token/renew-self';
    const known = logins.known[path.replace(/\/login$/, '')];
    if (isRenewal ? !logins.tokens.has(held) : JSON.stringify(known) !== body) {
        return [isRenewal ? 403 : 400, { errors: ['permission denied'] }];
    }
    const token = isRenewal ? held : `hvs.${logins.asked.length}`;
    logins.tokens.add(token);
    return [200, { auth: { client_token: token, lease_duration: logins.lease, renewable: true } }];
}

const kmsBody = z.object({
    KeyId: z.string(),
    EncryptionContext: z.record(z.string(), z.string()).optional(),
    Plaintext: z.base64().optional(),
    CiphertextBlob: z.base64().optional(),
});

/** AWS KMS with one key: `TrentService.Encrypt` and `.Decrypt`, requests signed by Signature Version 4. */
export function fakeKms(
    keyId: string,
    credentials: { readonly accessKeyId: string; readonly secretAccessKey: string },
): Promise<FakeKeyService> {
    const versions = [randomBytes(32)];
    return serve(
        (request, body) => {
            if (request.headers.authorization !== signatureV4(request, body, credentials)) {
                return [400, { __type: 'InvalidSignatureException' }];
            }
            const asked = kmsBody.parse(JSON.parse(body));
            if (asked.KeyId !== keyId) {
                return [400, { __type: 'NotFoundException' }];
            }
            const context = JSON.stringify(asked.EncryptionContext ?? {});
            if (request.headers['x-amz-target'] === 'TrentService.Encrypt') {
                const plain = Buffer.from(asked.Plaintext ?? '', 'base64');
                const content = encrypt(plain, versions.at(-1) ?? Buffer.of(), context);
                const blob = Buffer.concat([Buffer.of(versions.length - 1), content]);
                return [200, { KeyId: keyId, CiphertextBlob: blob.toString('base64') }];
            }
            const blob = Buffer.from(asked.CiphertextBlob ?? '', 'base64');
            const plain = decrypt(blob.subarray(1), versions[blob[0] ?? 0], context);
            return plain
                ? [200, { KeyId: keyId, Plaintext: plain.toString('base64') }]
                : [400, { __type: 'InvalidCiphertextException' }];
        },
        () => void versions.push(randomBytes(32)),
    );
}

/** As the AWS General Reference describes it, from what arrived. */
function signatureV4(
    { headers, method = '', url = '/' }: IncomingMessage,
    body: string,
    { accessKeyId, secretAccessKey }: { readonly accessKeyId: string; readonly secretAccessKey: string },
): string {
    const [, scope = '', signed = ''] =
        /Credential=[^/]+\/([^,]+), SignedHeaders=([^,]+)/.exec(headers.authorization ?? '') ?? [];
    const canonical = [
        ...[method, url, ''],
        ...signed.split(';').map(name => `${name}:${String(headers[name])}`),
        ...['', signed, createHash('sha256').update(body).digest('hex')],
    ].join('\n');
    const toSign = [
        ...['AWS4-HMAC-SHA256', String(headers['x-amz-date']), scope],
        createHash('sha256').update(canonical).digest('hex'),
    ].join('\n');
    const key = scope
        .split('/')
        .reduce<Buffer>(
            (secret, part) => createHmac('sha256', secret).update(part).digest(),
            Buffer.from(`AWS4${secretAccessKey}`),
        );
    const signature = createHmac('sha256', key).update(toSign).digest('hex');
    return `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${signed}, Signature=${signature}`;
}

async function serve(
    answer: (request: IncomingMessage, body: string) => Answer,
    rotate: () => void,
): Promise<FakeKeyService> {
    const server: Server = createServer((request, response) => {
        const chunks: Buffer[] = [];
        request.on('data', (chunk: Buffer) => chunks.push(chunk));
        request.on('end', () => {
            const [status, body] = answer(request, Buffer.concat(chunks).toString());
            response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
        });
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    return {
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
        rotate,
        stop: () =>
            new Promise((resolve, reject) => server.close(error => (error ? reject(error) : resolve()))),
    };
}

function encrypt(plain: Buffer, key: Buffer, context: string): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(bytes: Buffer, key: Buffer | undefined, context: string): Buffer | undefined {
    try {
        const decipher = createDecipheriv('aes-256-gcm', key ?? '', bytes.subarray(0, 12), {
            authTagLength: 16,
        });
        decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(-16));
        return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
    } catch {
        return undefined;
    }
}
