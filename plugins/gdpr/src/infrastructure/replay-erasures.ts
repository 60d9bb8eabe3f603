import { Injectable } from '@nestjs/common';
import { Logger, TransactionalConnection } from '@vendure/core';
import { EfiGdprErasure } from './entities';
import { ErasureLog } from './erasure-log';
import { Erasures } from './erasures';
import { People } from './people';

/** Of the advisory lock under which one process does it, and the others wait. */
const LOCK = 0x6566_6772;

/** Erases again whom a restored backup brought back. */
@Injectable()
export class ReplayErasures {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly log: ErasureLog,
        private readonly people: People,
        private readonly erasures: Erasures,
    ) {}

    /** @returns how many people were erased again. */
    async run(): Promise<number> {
        const logged = await this.log.hashes();
        if (!logged.size) {
            return 0;
        }
        return this.connection.rawConnection.transaction(async manager => {
            await manager.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
            const known = new Set((await manager.find(EfiGdprErasure)).map(row => row.subjectHash));
            const missing = new Set([...logged].filter(hash => !known.has(hash)));
            if (!missing.size) {
                return 0;
            }
            const customers = await manager.query<{ id: number; createdAt: Date }[]>(
                'SELECT id, "createdAt" FROM customer',
            );
            const back = customers.filter(customer => missing.has(this.erasures.hashOf(customer)));
            for (const { id } of back) {
                await this.erasures.again(await this.people.person(id));
            }
            await manager.upsert(
                EfiGdprErasure,
                [...missing].map(hash => ({ subjectHash: hash, erasedAt: new Date() })),
                ['subjectHash'],
            );
            Logger.warn(
                `Erased ${back.length} people again whom a restored backup had brought back`,
                'GdprPlugin',
            );
            return back.length;
        });
    }
}
