import { Inject, Injectable } from '@nestjs/common';
import { TransactionalConnection } from '@vendure/core';
import { In } from 'typeorm';
import type { Person } from '../application/person';
import { GDPR_OPTIONS, type ResolvedGdprOptions } from '../gdpr.options';
import { EfiGdprErasure } from './entities';
import { ErasureLog } from './erasure-log';
import { allSecrets, stringHasher, subjectHash } from './sealing';

interface Subject {
    readonly id: number;
    readonly createdAt: Date;
}

/** Marks in the database and in the log beside it who is erased: what the one knows and the other does not was restored. */
@Injectable()
export class ErasureMarks {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly log: ErasureLog,
        @Inject(GDPR_OPTIONS) private readonly options: ResolvedGdprOptions,
    ) {}

    /**
     * To be called before anything of a person goes: a backup from before has them whole, however long the erasure takes
     * to end. Safe to do again, and writes nothing then.
     *
     * @returns how many marks of the database are new.
     */
    async mark(person: Person): Promise<number> {
        const hashes = await this.hashesOf(person);
        const erasures = this.connection.rawConnection.getRepository(EfiGdprErasure);
        const known = new Set(
            (await erasures.findBy({ subjectHash: In(hashes) })).map(row => row.subjectHash),
        );
        const missing = hashes.filter(hash => !known.has(hash)).map(subjectHash => ({ subjectHash }));
        // The database first: a start in between would take whom the log alone knows for restored.
        if (missing.length) {
            await erasures.createQueryBuilder().insert().values(missing).orIgnore().execute();
        }
        const strings = person.strings.map(stringHasher(this.options.secret));
        await this.log.add(
            hashes.map(subject => ({ subject, strings })),
            new Date(),
        );
        return missing.length;
    }

    /** By {@link subjectHash}, for certificates and marks. */
    async hashesOf({ customers }: Person): Promise<string[]> {
        const found = await this.connection.rawConnection.query<Subject[]>(
            'SELECT id, "createdAt" FROM customer WHERE id = ANY($1)',
            [customers],
        );
        return found.map(customer => subjectHash(this.options.secret, customer));
    }

    /** Under which a customer may stand in the log, whichever secret held then. */
    everyHashOf(customer: Subject): string[] {
        return allSecrets(this.options).map(secret => subjectHash(secret, customer));
    }
}
