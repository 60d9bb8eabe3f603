import { auditTrail } from '@efi/plugin-kit';
import { Inject, Injectable } from '@nestjs/common';
import { Logger, RequestContext, SessionService, TransactionalConnection, User } from '@vendure/core';
import { type EntityManager, type FindOperator, In, Not } from 'typeorm';
import type { Person } from '../application/person';
import { GDPR_OPTIONS, type PersonalDataStore, type ResolvedGdprOptions } from '../gdpr.options';
import { Certificates } from './certificates';
import { EfiGdprErasure, EfiGdprPart, EfiGdprRequest } from './entities';
import { ErasureMarks } from './erasure-marks';
import { Sealing } from '../encryption/sealing';
import { HeldData } from './held-data';
import { LegalHolds } from './legal-holds';
import { Notices } from './processors/notices';
import { type PersonalPart, PersonalParts } from './personal-parts';

const loggerContext = 'GdprPlugin';

type Erasable = PersonalPart | PersonalDataStore;

/** Whom a request is about is known, and that it is worked on. */
export type RunningRequest = EfiGdprRequest & { readonly subject: Person };

interface PartKey {
    readonly requestId: string;
    readonly part: string;
}

/** Which part failed, and in which states that counts. */
interface FailedPart extends PartKey {
    readonly state?: FindOperator<EfiGdprPart['state']>;
}

/** Among the parts of an erasure, what is no data: the mark that outlives a restore, and the keys of what was erased. */
const LOG = 'log of erasures';
const KEYS = 'encryption keys';

/** Erases a person by the registry, a part at a time. */
@Injectable()
export class Erasures {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly parts: PersonalParts,
        private readonly sessions: SessionService,
        private readonly certificates: Certificates,
        private readonly marks: ErasureMarks,
        private readonly holds: LegalHolds,
        private readonly held: HeldData,
        private readonly sealing: Sealing,
        private readonly notices: Notices,
        @Inject(GDPR_OPTIONS) private readonly options: ResolvedGdprOptions,
    ) {}

    /** Does what is left of the request. @returns whether that was all. */
    async run(request: RunningRequest): Promise<boolean> {
        if (!(await this.step(request, LOG, () => this.mark(request)))) {
            return false;
        }
        await this.endSignIns(request.subject);
        let isDone = true;
        for (const erasable of this.erasables()) {
            const part = await this.runPart(request, erasable);
            isDone &&= part !== 'FAILED';
        }
        // Also when a part failed: what was erased is to be gone from backups too.
        const isDestroyed =
            !this.sealing.isOn ||
            (await this.step(request, KEYS, () => this.sealing.destroySpentKeys(request.subject)));
        isDone &&= isDestroyed;
        isDone &&= await this.notices.areAnswered(request.id);
        if (isDone) {
            await this.finish(request);
        }
        return isDone;
    }

    /** Without a request and its parts: for somebody whom a restored backup brought back. */
    async again(person: Person): Promise<void> {
        await this.announce(person);
        await this.endSignIns(person);
        for (const erasable of this.erasables()) {
            await this.connection.rawConnection.transaction(manager => this.take(manager, erasable, person));
        }
        await this.sealing.destroySpentKeys(person);
    }

    private erasables(): Erasable[] {
        // Texts are looked for first: as long as the person can still be found, somebody may write another one.
        return [...this.options.stores, ...this.parts.all()];
    }

    private async mark({ id, subject }: RunningRequest): Promise<number> {
        const marked = { requestId: id, part: LOG, state: 'DONE' as const };
        if (!(await this.connection.rawConnection.manager.existsBy(EfiGdprPart, marked))) {
            await this.announce(subject, id);
        }
        return this.marks.mark(subject);
    }

    /** First: what is personal in the audit trail goes only of whom it tells that they are erased. */
    private async announce({ customers }: Person, requestId?: string): Promise<void> {
        for (const id of customers) {
            await auditTrail(this.connection.rawConnection).recordApart(undefined, {
                ...{ action: 'begin-erasure', class: 'security', resource: { type: 'Customer', id } },
                ...(requestId && { detail: { requestId } }),
            });
        }
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

    private async runPart(request: RunningRequest, erasable: Erasable): Promise<EfiGdprPart['state']> {
        const key = { requestId: request.id, part: erasable.part };
        await this.enter(key);
        try {
            return await this.connection.rawConnection.transaction(async manager => {
                const [part] = await manager.query<Pick<EfiGdprPart, 'state' | 'attempts'>[]>(
                    'SELECT state, attempts FROM efi_gdpr_part WHERE "requestId" = $1 AND part = $2 FOR UPDATE',
                    [key.requestId, key.part],
                );
                if (
                    part?.state === 'DONE' ||
                    (part?.state === 'HELD' && (await this.held.has(manager, key.part, request.subject)))
                ) {
                    return part.state;
                }
                const { state, rows } = await this.take(manager, erasable, request.subject);
                await manager.update(EfiGdprPart, key, {
                    state,
                    rows,
                    attempts: (part?.attempts ?? 0) + 1,
                    problem: null,
                    doneAt: new Date(),
                });
                return state;
            });
        } catch (error) {
            await this.fail({ ...key, state: Not('DONE') }, error);
            return 'FAILED';
        }
    }

    /** Done in each run, also when it was done before. @returns whether it could be. */
    private async step(request: RunningRequest, part: string, work: () => Promise<number>): Promise<boolean> {
        const { manager } = this.connection.rawConnection;
        const key = { requestId: request.id, part };
        await this.enter(key);
        await manager.increment(EfiGdprPart, key, 'attempts', 1);
        try {
            await manager.increment(EfiGdprPart, key, 'rows', await work());
            await manager.update(EfiGdprPart, key, { state: 'DONE', problem: null, doneAt: new Date() });
            return true;
        } catch (error) {
            await this.fail(key, error);
            return false;
        }
    }

    /** A part that no run before has come to. */
    private async enter({ requestId, part }: PartKey): Promise<void> {
        await this.connection.rawConnection
            .createQueryBuilder()
            .insert()
            .into(EfiGdprPart)
            .values({ requestId, part })
            .orIgnore()
            .execute();
    }

    private async fail(part: FailedPart, error: unknown): Promise<void> {
        const problem = problemOf(error);
        Logger.error(`Can't erase ${part.part} for ${part.requestId}: ${problem}`, loggerContext);
        const { manager } = this.connection.rawConnection;
        await manager.update(EfiGdprPart, part, { state: 'FAILED', problem, doneAt: null });
    }

    /** Erases a part. What is held of it is sealed first. */
    private async take(
        manager: EntityManager,
        erasable: Erasable,
        person: Person,
    ): Promise<{ readonly state: 'DONE' | 'HELD'; readonly rows: number }> {
        const holds =
            'table' in erasable && erasable.erasure.by !== 'nothing'
                ? await this.holds.inForce(manager, person, erasable.part)
                : [];
        if ('table' in erasable && holds.length) {
            await this.held.keep(manager, holds, erasable, person);
        }
        const rows = await this.erase(manager, erasable, person);
        return { state: holds.length ? 'HELD' : 'DONE', rows };
    }

    private erase(manager: EntityManager, erasable: Erasable, person: Person): Promise<number> {
        return 'table' in erasable
            ? this.parts.erase(manager, erasable, person)
            : erasable.erase(person.strings);
    }

    /** When the last of the holds ends, or now. */
    private async heldUntil(person: Person, part: string): Promise<Date> {
        const holds = await this.holds.inForce(this.connection.rawConnection.manager, person, part);
        return new Date(Math.max(Date.now(), ...holds.map(({ until }) => until.getTime())));
    }

    private async finish(request: RunningRequest): Promise<void> {
        const { rawConnection } = this.connection;
        const hashes = await this.marks.hashesOf(request.subject);
        const parts = await rawConnection.getRepository(EfiGdprPart).findBy({ requestId: request.id });
        const endedAt = new Date();
        const claims = {
            iss: this.options.issuer,
            jti: request.id,
            sub: hashes,
            requestedAt: request.createdAt,
            endedAt,
            parts: await Promise.all(
                parts.map(async ({ part, state, rows, doneAt }) => ({
                    ...{ part, rows, doneAt },
                    ...(state === 'HELD' && { heldUntil: await this.heldUntil(request.subject, part) }),
                })),
            ),
            processors: await this.notices.answersOf(request.id),
        };
        const certificate = await this.certificates.sign(claims, 'erasure+jws');
        await rawConnection.transaction(async manager => {
            const { affected } = await manager.update(EfiGdprRequest, stillOurs(request), {
                ...{ state: 'COMPLETED', subject: null, note: null, certificate },
                ...{ endedAt, updatedAt: endedAt },
            });
            if (!affected) {
                return;
            }
            await manager.update(EfiGdprErasure, { subjectHash: In(hashes) }, { erasedAt: endedAt });
            await auditTrail(rawConnection).recordIn(manager, {
                ...{ action: 'erase-personal-data', class: 'security' },
                resource: { type: 'EfiPrivacyRequest', id: request.id },
                ...{ before: { state: 'IN_PROGRESS' }, after: { state: 'COMPLETED' } },
                detail: { customerId: request.customerId, parts: parts.length },
            });
        });
    }
}

/** Finds a request as long as no later run has taken it over: of two, the one that was taken for dead changes nothing. */
export function stillOurs({ id, attempts }: RunningRequest) {
    return { id, state: 'IN_PROGRESS' as const, attempts };
}

/** What may be told of an error: its code or name. Its message may quote a row. */
export function problemOf(error: unknown): string {
    const code: unknown = (error as { code?: unknown } | undefined)?.code;
    return typeof code === 'string' ? code : error instanceof Error ? error.name : 'unknown';
}
