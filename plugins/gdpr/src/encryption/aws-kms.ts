import { sign } from 'aws4';
import { z } from 'zod';
import type { MasterKeys } from './master-keys.port';

export interface AwsKmsOptions {
    readonly region: string;
    /** Id, ARN or alias of a symmetric key. */
    readonly keyId: string;
    /** Asked for each time, so that those of a role can be renewed. */
    readonly credentials: () => AwsCredentials | Promise<AwsCredentials>;
    /** @default that of the region */
    readonly endpoint?: string;
}

interface AwsCredentials {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
}

const encrypted = z.object({ CiphertextBlob: z.base64() });
const decrypted = z.object({ Plaintext: z.base64() });
const refused = z.object({ __type: z.string() });

/** Binds what is wrapped to its use: the log of KMS shows it, and nothing unwraps without it. */
const EncryptionContext = { use: 'efi-gdpr keys' };

/** A master key in AWS KMS, which rotates by itself: what is wrapped names the key that can unwrap it. */
export function awsKms(options: AwsKmsOptions): MasterKeys {
    const endpoint = new URL(options.endpoint ?? `https://kms.${options.region}.amazonaws.com/`);
    const ask = async <T>(what: 'Encrypt' | 'Decrypt', body: object, answer: z.ZodType<T>): Promise<T> => {
        const content = JSON.stringify({ KeyId: options.keyId, EncryptionContext, ...body });
        const { headers } = sign(
            {
                ...{ host: endpoint.host, path: endpoint.pathname, method: 'POST', body: content },
                ...{ service: 'kms', region: options.region },
                headers: {
                    'Content-Type': 'application/x-amz-json-1.1',
                    'X-Amz-Target': `TrentService.${what}`,
                },
            },
            await options.credentials(),
        );
        const response = await fetch(endpoint, {
            method: 'POST',
            headers,
            body: content,
            signal: AbortSignal.timeout(10_000),
        });
        const said: unknown = await response.json().catch(() => undefined);
        const parsed = response.ok ? answer.safeParse(said) : undefined;
        if (!parsed?.success) {
            const why = refused.safeParse(said).data?.__type ?? '';
            throw new Error(`AWS KMS refused to ${what.toLowerCase()}: ${response.status} ${why}`.trim());
        }
        return parsed.data;
    };
    return {
        name: 'AWS KMS',
        wrap: async plain =>
            (await ask('Encrypt', { Plaintext: plain.toString('base64') }, encrypted)).CiphertextBlob,
        unwrap: async wrapped =>
            Buffer.from((await ask('Decrypt', { CiphertextBlob: wrapped }, decrypted)).Plaintext, 'base64'),
    };
}
