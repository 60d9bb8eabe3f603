import { auditTrail } from '@efi/plugin-kit';
import { Inject, Injectable } from '@nestjs/common';
import { Logger, RequestContext, SessionService, TransactionalConnection, User } from '@vendure/core';
import { type EntityManager, In, MoreThan, Not } from 'typeorm';
import type { Person } from '../application/person';
import { GDPR_OPTIONS, type PersonalDataStore, type ResolvedGdprOptions } from '../gdpr.options';
import { Certificates } from './certificates';
import { EfiGdprErasure, EfiGdprLegalHold, EfiGdprPart, EfiGdprRequest } from './entities';
import { ErasureLog } from './erasure-log';
import { Sealing } from '../encryption/sealing';
import { Notices } from './processors/notices';
import { type PersonalPart, PersonalParts } from './personal-parts';
import { stringHasher, subjectHash } from './sealing';

const loggerContext = 'GdprPlugin';

type Erasable = PersonalPart | PersonalDataStore;

/** Erases a person by the registry, a part at a time. */
@Injectable()
export class Erasures {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly parts: PersonalParts,
        private readonly sessions: SessionService,
        private readonly certificates: Certificates,
        private readonly log: ErasureLog,
        private readonly sealing: Sealing,
        private readonly notices: Notices,
        @Inject(GDPR_OPTIONS) private readonly options: ResolvedGdprOptions,
    ) {}

    /** Does what is left of the request. @returns whether that was all. */
    async run(request: EfiGdprRequest & { readonly subject: Person }): Promise<boolean> {
        await this.endSignIns(request.subject);
        let isDone = true;
        for (const erasable of this.erasables()) {
            const part = await this.runPart(request, erasable);
            isDone &&= part === 'DONE';
        }
        // Also when a part is held or failed: what was erased is to be gone from backups too.
        await this.sealing.destroySpentKeys(request.subject);
        isDone &&= await this.notices.areAnswered(request.id);
        if (isDone) {
            await this.finish(request);
        }
        return isDone;
    }

    /** Without a request and its parts: for somebody whom a restored backup brought back. */
    async again(person: Person): Promise<void> {
        await this.endSignIns(person);
        for (const erasable of this.erasables()) {
            await this.erase(this.connection.rawConnection.manager, erasable, person);
        }
        await this.sealing.destroySpentKeys(person);
    }

    /** What a database restored from a backup and what the erasure log knows, by {@link subjectHash}. */
    hashOf(customer: { readonly id: number; readonly createdAt: Date }): string {
        return subjectHash(this.options.secret, customer);
    }

    private erasables(): Erasable[] {
        // Texts are looked for first: as long as the person can still be found, somebody may write another one.
        return [...this.options.stores, ...this.parts.all()];
    }

    /** From now on no sign-in works: a trigger of `@efi/auth-plugin` ends tokens with the account. */
    private async endSignIns({ users }: Person): Promise<void> {
        if (!users.length) {
            return;
        }
        await this.connection.rawConnection.query(
            'UPDATE "user" SET "deletedAt" = coalesce("deletedAt", now()) WHERE id = ANY($1)',
            [users],
        );
        const found = await this.connection.rawConnection.getRepository(User).findBy({ id: In([...users]) });
        for (const user of found) {
            await this.sessions.deleteSessionsByUser(RequestContext.empty(), user);
        }
    }

    private async runPart(
        request: EfiGdprRequest & { readonly subject: Person },
        erasable: Erasable,
    ): Promise<EfiGdprPart['state']> {
        const key = { requestId: request.id, part: erasable.part };
        const { manager: outside } = this.connection.rawConnection;
        await outside.createQueryBuilder().insert().into(EfiGdprPart).values(key).orIgnore().execute();
        try {
            return await this.connection.rawConnection.transaction(async manager => {
                const [part] = await manager.query<Pick<EfiGdprPart, 'state' | 'attempts'>[]>(
                    'SELECT state, attempts FROM efi_gdpr_part WHERE "requestId" = $1 AND part = $2 FOR UPDATE',
                    [key.requestId, key.part],
                );
                if (part?.state === 'DONE') {
                    return part.state;
                }
                // Says that the run is alive: see RequestRunner.
                await manager.update(EfiGdprRequest, { id: request.id }, { updatedAt: new Date() });
                const isHeld = await this.isHeld(manager, request, erasable.part);
                const state = isHeld ? 'HELD' : 'DONE';
                const rows = isHeld ? 0 : await this.erase(manager, erasable, request.subject);
                await manager.update(EfiGdprPart, key, {
                    state,
                    rows,
                    attempts: (part?.attempts ?? 0) + 1,
                    problem: null,
                    doneAt: isHeld ? null : new Date(),
                });
                return state;
            });
        } catch (error) {
            const problem = problemOf(error);
            Logger.error(`Can't erase ${erasable.part} for ${request.id}: ${problem}`, loggerContext);
            await outside.update(EfiGdprPart, { ...key, state: Not('DONE') }, { state: 'FAILED', problem });
            return 'FAILED';
        }
    }

    private erase(manager: EntityManager, erasable: Erasable, person: Person): Promise<number> {
        return 'table' in erasable
            ? this.parts.erase(manager, erasable, person)
            : erasable.erase(person.strings);
    }

    private async isHeld(
        manager: EntityManager,
        { customerId }: EfiGdprRequest,
        part: string,
    ): Promise<boolean> {
        const holds = await manager.findBy(EfiGdprLegalHold, { customerId, until: MoreThan(new Date()) });
        return holds.some(hold => hold.parts.includes(part));
    }

    private async finish(request: EfiGdprRequest & { readonly subject: Person }): Promise<void> {
        const { rawConnection } = this.connection;
        const customers = await rawConnection.query<{ id: number; createdAt: Date }[]>(
            'SELECT id, "createdAt" FROM customer WHERE id = ANY($1)',
            [request.subject.customers],
        );
        const hashes = customers.map(customer => this.hashOf(customer));
        const parts = await rawConnection.getRepository(EfiGdprPart).findBy({ requestId: request.id });
        const endedAt = new Date();
        const claims = {
            iss: this.options.issuer,
            jti: request.id,
            sub: hashes,
            requestedAt: request.createdAt,
            endedAt,
            parts: parts.map(({ part, rows, doneAt }) => ({ part, rows, doneAt })),
            processors: await this.notices.answersOf(request.id),
        };
        const certificate = await this.certificates.sign(claims, 'erasure+jws');
        // Before it is committed: a line too many does no harm, one too few would bring the person back.
        const strings = request.subject.strings.map(stringHasher(this.options.secret));
        await this.log.add(
            hashes.map(subject => ({ subject, strings })),
            endedAt,
        );
        await rawConnection.transaction(async manager => {
            await manager
                .createQueryBuilder()
                .insert()
                .into(EfiGdprErasure)
                .values(hashes.map(hash => ({ subjectHash: hash, erasedAt: endedAt })))
                .orIgnore()
                .execute();
            await manager.update(
                EfiGdprRequest,
                { id: request.id, state: 'IN_PROGRESS' },
                { state: 'COMPLETED', subject: null, note: null, endedAt, updatedAt: endedAt, certificate },
            );
            await auditTrail(rawConnection).recordIn(manager, {
                ...{ action: 'erase-personal-data', class: 'security' },
                resource: { type: 'EfiPrivacyRequest', id: request.id },
                ...{ before: { state: 'IN_PROGRESS' }, after: { state: 'COMPLETED' } },
                detail: { customerId: request.customerId, parts: parts.length },
            });
        });
    }
}

/** What may be told of an error: its code or name. Its message may quote a row. */
export function problemOf(error: unknown): string {
    const code: unknown = (error as { code?: unknown } | undefined)?.code;
    return typeof code === 'string' ? code : error instanceof Error ? error.name : 'unknown';
}
