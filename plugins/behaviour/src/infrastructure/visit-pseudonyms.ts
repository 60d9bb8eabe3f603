import { Inject, Injectable } from '@nestjs/common';
import { TransactionalConnection } from '@vendure/core';
import { createHmac, randomBytes } from 'node:crypto';
import { BEHAVIOUR_OPTIONS, type ResolvedBehaviourOptions } from '../behaviour.options';

const DAY = 24 * 60 * 60 * 1000;

/**
 * Pseudonyms of visits: an HMAC with a random key of the period, which all processes share and which is destroyed two
 * periods later. Whoever has the table alone, or the sessions too, can't tell whose a pseudonym was; after that nobody
 * can.
 */
@Injectable()
export class VisitPseudonyms {
    private readonly secrets = new Map<number, Promise<Buffer>>();

    constructor(
        private readonly connection: TransactionalConnection,
        @Inject(BEHAVIOUR_OPTIONS) private readonly options: ResolvedBehaviourOptions,
    ) {}

    /** The visit's pseudonym now: 22 characters. */
    async of(visit: string, now = Date.now()): Promise<string> {
        return pseudonym(visit, await this.secret(this.period(now)));
    }

    /** All pseudonyms by which the visit may still be known. */
    async allOf(visit: string, now = Date.now()): Promise<string[]> {
        const period = this.period(now);
        const secrets = await Promise.all([period - 1, period].map(one => this.secret(one)));
        return secrets.map(secret => pseudonym(visit, secret));
    }

    /** Destroys the keys that nothing needs any longer. One period ahead stays, for clocks that differ. */
    async destroyOldKeys(now = Date.now()): Promise<number> {
        const period = this.period(now);
        const [, destroyed] = await this.connection.rawConnection.query<[unknown, number]>(
            'DELETE FROM efi_behaviour_key WHERE period NOT BETWEEN $1 AND $2',
            [period - 1, period + 1],
        );
        return destroyed;
    }

    private period(now: number): number {
        return Math.floor(now / (this.options.pseudonymDays * DAY));
    }

    private secret(period: number): Promise<Buffer> {
        const known = this.secrets.get(period);
        if (known) {
            return known;
        }
        for (const old of this.secrets.keys()) {
            if (old < period - 1) {
                this.secrets.delete(old);
            }
        }
        const loaded = this.load(period);
        this.secrets.set(period, loaded);
        loaded.catch(() => this.secrets.delete(period));
        return loaded;
    }

    /** Whoever needs it first makes it. */
    private async load(period: number): Promise<Buffer> {
        const database = this.connection.rawConnection;
        await database.query(
            'INSERT INTO efi_behaviour_key (period, secret) VALUES ($1, $2) ON CONFLICT (period) DO NOTHING',
            [period, randomBytes(32).toString('base64')],
        );
        const [row] = await database.query<[{ secret: string }]>(
            'SELECT secret FROM efi_behaviour_key WHERE period = $1',
            [period],
        );
        return Buffer.from(row.secret, 'base64');
    }
}

/** 128 bits are enough to tell visits apart. */
function pseudonym(visit: string, secret: Buffer): string {
    return createHmac('sha256', secret).update(visit).digest().subarray(0, 16).toString('base64url');
}
