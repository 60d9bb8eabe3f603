import { Injectable } from '@nestjs/common';
import { Logger, TransactionalConnection } from '@vendure/core';
import type { EntityManager } from 'typeorm';
import { type Person, tellingStrings } from '../application/person';
import { EfiGdprErasure } from './entities';
import { ErasureLog, type LoggedErasure } from './erasure-log';
import { ErasureMarks } from './erasure-marks';
import { Erasures } from './erasures';
import { MentionedAgain } from './mentioned-again';
import { People } from './people';

/** Of the advisory lock under which one process does it, and the others wait. */
const LOCK = 0x6566_6772;

/** Erases again whom a restored backup brought back. */
@Injectable()
export class ReplayErasures {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly log: ErasureLog,
        private readonly marks: ErasureMarks,
        private readonly people: People,
        private readonly erasures: Erasures,
        private readonly mentioned: MentionedAgain,
    ) {}

    /**
     * @returns how many people were erased again.
     * @throws when it can't be told whom the log is about.
     */
    async run(): Promise<number> {
        const logged = await this.log.all();
        if (!logged.length) {
            return 0;
        }
        return this.connection.rawConnection.transaction(async manager => {
            await manager.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
            const known = new Set((await manager.find(EfiGdprErasure)).map(row => row.subjectHash));
            const missing = logged.filter(({ subject }) => !known.has(subject));
            if (!missing.length) {
                return 0;
            }
            const back = await this.whoIsBack(manager, missing);
            for (const person of back) {
                await this.erasures.again(person);
            }
            await manager.upsert(
                EfiGdprErasure,
                [...new Set(missing.map(({ subject }) => subject))].map(subjectHash => ({
                    subjectHash,
                    erasedAt: new Date(),
                })),
                ['subjectHash'],
            );
            Logger.warn(
                `Erased ${back.length} people again whom a restored backup had brought back`,
                'GdprPlugin',
            );
            return back.length;
        });
    }

    /** With what names them in texts, which the hashes tell where their own rows do not. */
    private async whoIsBack(manager: EntityManager, missing: readonly LoggedErasure[]): Promise<Person[]> {
        const customers = await manager.query<{ id: number; createdAt: Date }[]>(
            'SELECT id, "createdAt" FROM customer',
        );
        const texts = await this.mentioned.find(manager, new Set(missing.flatMap(({ strings }) => strings)));
        const bySubject = new Map<string, string[]>();
        for (const { subject, strings } of missing) {
            bySubject.set(subject, [...(bySubject.get(subject) ?? []), ...strings]);
        }
        const people: Person[] = [];
        for (const customer of customers) {
            const hashes = this.marks.everyHashOf(customer).map(hash => bySubject.get(hash));
            if (hashes.some(Boolean)) {
                const person = await this.people.person(customer.id);
                const named = hashes.flat().flatMap(hash => texts.get(hash ?? '') ?? []);
                people.push({ ...person, strings: tellingStrings([...person.strings, ...named]) });
            }
        }
        return people;
    }
}
