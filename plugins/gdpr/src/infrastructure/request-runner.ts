import { auditTrail } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import { Logger, TransactionalConnection } from '@vendure/core';
import type { Person } from '../application/person';
import { pauseAfter } from '../domain/privacy-request';
import { EfiGdprPart, EfiGdprRequest } from './entities';
import { Erasures, problemOf } from './erasures';
import { type ExportedPart, exportFile } from './export-file';
import { Exports } from './exports';
import { People } from './people';
import { Notices } from './processors/notices';
import { PersonalParts } from './personal-parts';

const loggerContext = 'GdprPlugin';

/** A run that has not been heard of for so long is dead: each part that it does says that it lives. */
const DUE = `
    kind IN ('ACCESS', 'PORTABILITY', 'ERASURE') AND "startsAt" <= now()
    AND (state = 'VERIFIED'
         OR state = 'IN_PROGRESS' AND "updatedAt" < now() - interval '2 minutes'
         OR state = 'PARTIAL' AND "nextTryAt" <= now())`;

/** A request that is being worked on. */
type RunningRequest = EfiGdprRequest & { readonly subject: Person };

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
        const isDone =
            request.kind === 'ERASURE' ? await this.erasures.run(request) : await this.giveOut(request);
        if (!isDone) {
            await this.stopShort(request);
        }
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

    /** A file is made anew by each run, since a person's data goes on changing. */
    private async giveOut(request: RunningRequest): Promise<boolean> {
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
        await this.exports.keep(request.id, exportFile(found, new Date()));
        if (found.some(({ rows }) => !rows)) {
            return false;
        }
        await this.end(
            request,
            { state: 'COMPLETED', subject: null, note: null, endedAt: new Date() },
            {
                action: 'export-personal-data',
                rows: found.reduce((sum, { rows }) => sum + (rows?.length ?? 0), 0),
            },
        );
        return true;
    }

    private stopShort(request: RunningRequest): Promise<void> {
        const nextTryAt = new Date(Date.now() + pauseAfter(request.attempts));
        return this.end(
            request,
            { state: 'PARTIAL', nextTryAt },
            { action: 'leave-privacy-request-partial' },
        );
    }

    private async end(
        { id, kind, customerId }: RunningRequest,
        change: Partial<Omit<EfiGdprRequest, 'subject'>> & { readonly subject?: null },
        { action, ...told }: { readonly action: string; readonly rows?: number },
    ): Promise<void> {
        const { rawConnection } = this.connection;
        await rawConnection.transaction(async manager => {
            await manager.update(
                EfiGdprRequest,
                { id, state: 'IN_PROGRESS' },
                { ...change, updatedAt: new Date() },
            );
            await auditTrail(rawConnection).recordIn(manager, {
                ...{ action, class: 'security', resource: { type: 'EfiPrivacyRequest', id } },
                ...{ before: { state: 'IN_PROGRESS' }, after: { state: change.state } },
                detail: { kind, customerId, ...told },
            });
        });
    }
}
