import { Injectable } from '@nestjs/common';
import { TransactionalConnection } from '@vendure/core';
import { createHmac } from 'node:crypto';
import type { SubjectKind } from '../domain/signals';

type Purpose = 'signals' | 'lists';

/** Another process may have changed the keys. */
const READ_AGAIN_AFTER_MS = 60_000;

/**
 * Stands for e-mail addresses, networks, devices and cards by an HMAC, so that the same can be found again and nobody
 * can read which it was. The key of what is counted is changed from time to time; that of the lists stays.
 */
@Injectable()
export class Pseudonyms {
    private secrets: Promise<ReadonlyMap<Purpose, string>> | undefined;
    private readAt = 0;

    constructor(private readonly connection: TransactionalConnection) {}

    /** @returns Makes pseudonyms of 22 characters, in which the kind takes part. */
    async of(purpose: Purpose): Promise<(kind: SubjectKind, value: string) => string> {
        const secret = (await this.read()).get(purpose);
        if (secret === undefined) {
            throw new Error(`efi_fraud_key has no key of the ${purpose}.`);
        }
        return (kind, value) =>
            createHmac('sha256', secret).update(`${kind}\n${value}`).digest('base64url').slice(0, 22);
    }

    /** From now on what is counted has other pseudonyms, and nobody can follow the old ones any more. */
    async rotate(olderThanDays: number): Promise<boolean> {
        const [rotated] = await this.connection.rawConnection.query<[unknown[], number]>(
            `UPDATE efi_fraud_key SET secret = gen_random_uuid()::text || gen_random_uuid()::text, "createdAt" = now()
              WHERE purpose = 'signals' AND "createdAt" < now() - $1 * interval '1 day' RETURNING id`,
            [olderThanDays],
        );
        this.secrets = undefined;
        return rotated.length > 0;
    }

    private read(): Promise<ReadonlyMap<Purpose, string>> {
        if (!this.secrets || Date.now() - this.readAt > READ_AGAIN_AFTER_MS) {
            this.readAt = Date.now();
            // Nobody waits for the new ones while there are old ones.
            const old = this.secrets;
            const read = this.ask();
            this.secrets = old ?? read;
            read.then(
                () => (this.secrets = read),
                () => (this.secrets = old),
            );
        }
        return this.secrets;
    }

    private async ask(): Promise<ReadonlyMap<Purpose, string>> {
        const rows = await this.connection.rawConnection.query<Array<{ purpose: Purpose; secret: string }>>(
            'SELECT purpose, secret FROM efi_fraud_key ORDER BY id',
        );
        return new Map(rows.map(({ purpose, secret }) => [purpose, secret]));
    }
}
