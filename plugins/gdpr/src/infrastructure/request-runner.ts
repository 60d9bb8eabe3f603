import { auditTrail } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import { Logger, TransactionalConnection } from '@vendure/core';
import type { EntityManager } from 'typeorm';
import { pauseAfter } from '../domain/privacy-request';
import { EfiGdprPart, EfiGdprRequest } from './entities';
import { Erasures, problemOf, type RunningRequest, stillOurs } from './erasures';
import { type ExportedPart, exportFile } from './export-file';
import { Exports } from './exports';
import { People } from './people';
import { Notices } from './processors/notices';
import { PersonalParts } from './personal-parts';

const loggerContext = 'GdprPlugin';

/** How often a run says that it lives, in milliseconds. */
const BEAT = 30_000;

/** A run that has not been heard of for so long is dead. */
const DUE = `
    kind IN ('ACCESS', 'PORTABILITY', 'ERASURE') AND "startsAt" <= now()
    AND (state = 'VERIFIED'
         OR state = 'IN_PROGRESS' AND "updatedAt" < now() - interval '2 minutes'
         OR state = 'PARTIAL' AND "nextTryAt" <= now())`;

/**
 * Works requests off. Each part is done in a transaction of its own that also notes it as done, so whatever ends a run,
 * the next one goes on where it stopped.
 */
@Injectable()
export class RequestRunner {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly people: People,
        private readonly parts: PersonalParts,
        private readonly exports: Exports,
        private readonly erasures: Erasures,
        private readonly notices: Notices,
    ) {}

    /** The requests whose time has come, those that a dead worker left behind too. */
    async due(): Promise<string[]> {
        const rows = await this.connection.rawConnection.query<{ id: string }[]>(
            `SELECT id FROM efi_gdpr_request WHERE ${DUE} ORDER BY "startsAt"`,
        );
        return rows.map(({ id }) => id);
    }

    /** Does what is left to do of a request. Nothing when it is over, or its time has not come. */
    async run(id: string): Promise<void> {
        const request = await this.begin(id);
        if (!request) {
            return;
        }
        const timer = setInterval(() => void this.beat(request), BEAT).unref();
        try {
            if (request.kind !== 'ERASURE') {
                await this.giveOut(request);
            } else if (!(await this.erasures.run(request))) {
                await this.stopShort(request);
            }
        } catch (error) {
            Logger.error(`Can't go on with ${request.id}: ${problemOf(error)}`, loggerContext);
            await this.stopShort(request);
            throw error;
        } finally {
            clearInterval(timer);
        }
    }

    private async beat(request: RunningRequest): Promise<void> {
        const { manager } = this.connection.rawConnection;
        await manager
            .update(EfiGdprRequest, stillOurs(request), { updatedAt: new Date() })
            .catch((error: unknown) =>
                Logger.warn(`${request.id} can't say that it lives: ${problemOf(error)}`, loggerContext),
            );
    }

    private begin(id: string): Promise<RunningRequest | undefined> {
        return this.connection.rawConnection.transaction(async manager => {
            const [due] = await manager.query<unknown[]>(
                `SELECT FROM efi_gdpr_request WHERE id = $1 AND ${DUE} FOR UPDATE`,
                [id],
            );
            if (!due) {
                return undefined;
            }
            const request = await manager.findOneByOrFail(EfiGdprRequest, { id });
            const subject = request.subject ?? (await this.people.person(request.customerId, manager));
            const running = {
                ...request,
                subject,
                state: 'IN_PROGRESS' as const,
                attempts: request.attempts + 1,
                updatedAt: new Date(),
                nextTryAt: null,
            };
            await manager.save(EfiGdprRequest, running);
            if (request.subject === null) {
                await this.notices.tell(manager, request);
            }
            return running;
        });
    }

    /** A file is made anew by each run, since a person's data goes on changing. It is there when the request ends. */
    private async giveOut(request: RunningRequest): Promise<void> {
        const { manager } = this.connection.rawConnection;
        const found: ExportedPart[] = [];
        for (const part of this.parts.all()) {
            const rows = await this.parts.read(manager, part, request.subject).catch((error: unknown) => {
                Logger.error(`Can't read ${part.part} for ${request.id}: ${problemOf(error)}`, loggerContext);
                return undefined;
            });
            found.push({ part, rows });
            await manager.upsert(
                EfiGdprPart,
                {
                    requestId: request.id,
                    part: part.part,
                    state: rows ? 'DONE' : 'FAILED',
                    rows: rows?.length ?? 0,
                    attempts: request.attempts,
                    problem: rows ? null : 'unreadable',
                    doneAt: rows ? new Date() : null,
                },
                ['requestId', 'part'],
            );
        }
        const keep = await this.exports.prepare(request.id, exportFile(found, new Date()));
        const rows = found.reduce((sum, each) => sum + (each.rows?.length ?? 0), 0);
        await (found.some(each => !each.rows)
            ? this.stopShort(request, keep)
            : this.end(
                  request,
                  { state: 'COMPLETED', subject: null, note: null, endedAt: new Date() },
                  { action: 'export-personal-data', rows },
                  keep,
              ));
    }

    private stopShort(
        request: RunningRequest,
        also?: (manager: EntityManager) => Promise<unknown>,
    ): Promise<void> {
        const nextTryAt = new Date(Date.now() + pauseAfter(request.attempts));
        return this.end(
            request,
            { state: 'PARTIAL', nextTryAt },
            { action: 'leave-privacy-request-partial' },
            also,
        );
    }

    /** @param also - Done in the same transaction, unless a later run has taken the request over. */
    private async end(
        request: RunningRequest,
        change: Partial<Omit<EfiGdprRequest, 'subject'>> & { readonly subject?: null },
        { action, ...told }: { readonly action: string; readonly rows?: number },
        also?: (manager: EntityManager) => Promise<unknown>,
    ): Promise<void> {
        const { rawConnection } = this.connection;
        const { id, kind, customerId } = request;
        await rawConnection.transaction(async manager => {
            const { affected } = await manager.update(EfiGdprRequest, stillOurs(request), {
                ...change,
                updatedAt: new Date(),
            });
            if (!affected) {
                return;
            }
            await also?.(manager);
            await auditTrail(rawConnection).recordIn(manager, {
                ...{ action, class: 'security', resource: { type: 'EfiPrivacyRequest', id } },
                ...{ before: { state: 'IN_PROGRESS' }, after: { state: change.state } },
                detail: { kind, customerId, ...told },
            });
        });
    }
}
