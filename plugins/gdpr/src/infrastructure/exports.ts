import { Inject, Injectable } from '@nestjs/common';
import { type ID, TransactionalConnection } from '@vendure/core';
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { type EntityManager, MoreThan } from 'typeorm';
import { GDPR_OPTIONS, type ResolvedGdprOptions } from '../gdpr.options';
import { EfiGdprExport } from './entities';
import { keyFor, keysFor, seal, unseal } from './sealing';

const DAY = 86_400_000;

/** A link to a file, for its owner alone. */
export interface ExportLink {
    /** Of this server. */
    readonly path: string;
    readonly expiresAt: Date;
    /** Of the zip. */
    readonly bytes: number;
}

/** Under which the plugin serves the files. */
export const EXPORT_ROUTE = 'privacy/exports';

/** The same, of those who asked by mail. */
export const MAILED_EXPORT_ROUTE = 'privacy/mailed-exports';

/**
 * Files with people's data: encrypted with a key that follows from the link's secret. The secret is kept sealed, so that
 * the owner can be shown the link, and the database alone opens nothing.
 */
@Injectable()
export class Exports {
    constructor(
        private readonly connection: TransactionalConnection,
        @Inject(GDPR_OPTIONS) private readonly options: ResolvedGdprOptions,
    ) {}

    /** @returns what keeps the file in the place of the one that the request had before. */
    async prepare(
        requestId: string,
        file: Uint8Array,
    ): Promise<(manager: EntityManager) => Promise<unknown>> {
        const token = randomBytes(32).toString('base64url');
        const row = {
            requestId,
            content: await seal(file, keyFor(token, 'export')),
            sealedToken: await seal(Buffer.from(token), keyFor(this.options.secret, 'links')),
            bytes: file.length,
        };
        return manager =>
            manager.upsert(
                EfiGdprExport,
                { ...row, expiresAt: new Date(Date.now() + this.options.exportDays * DAY) },
                ['requestId'],
            );
    }

    /** Nothing when there is no file, or its time is over. */
    async link(requestId: string, route = EXPORT_ROUTE): Promise<ExportLink | undefined> {
        const kept = await this.find(requestId);
        const token = kept ? await this.tokenOf(kept) : undefined;
        if (!kept || token === undefined) {
            return undefined;
        }
        const { expiresAt, bytes } = kept;
        return { path: `/${route}/${requestId}/${token}`, expiresAt, bytes };
    }

    /** Until when it can be fetched, for those who may not. Nothing when there is no file, or its time is over. */
    state(requestId: string): Promise<Pick<EfiGdprExport, 'expiresAt' | 'bytes'> | null> {
        return this.connection.rawConnection.getRepository(EfiGdprExport).findOne({
            select: { expiresAt: true, bytes: true },
            where: { requestId, expiresAt: MoreThan(new Date()) },
        });
    }

    /**
     * The zip; nothing for another secret or another account than the owner's, or when its time is over.
     *
     * @param userId - Of who is signed in. Left out, the request must be one that a mailed link confirmed: who has no
     * account has the secret alone.
     */
    async open(requestId: string, token: string, userId?: ID): Promise<Uint8Array | undefined> {
        const kept = await this.find(requestId);
        const expected = kept ? await this.tokenOf(kept) : undefined;
        if (!kept || expected === undefined || !isSame(expected, token)) {
            return undefined;
        }
        const owners = await this.connection.rawConnection.query<unknown[]>(
            userId === undefined
                ? `SELECT FROM efi_gdpr_request WHERE id = $1 AND "verifiedBy" = 'mail'`
                : `SELECT FROM efi_gdpr_request r JOIN customer c ON c.id = r."customerId"
                    WHERE r.id = $1 AND c."userId" = $2`,
            userId === undefined ? [requestId] : [requestId, userId],
        );
        return owners.length ? unseal(kept.content, keyFor(token, 'export')) : undefined;
    }

    /** @returns how many files went because their time is over. */
    async clean(): Promise<number> {
        const [, count] = await this.connection.rawConnection.query<[unknown, number]>(
            'DELETE FROM efi_gdpr_export WHERE "expiresAt" <= now()',
        );
        return count;
    }

    private find(requestId: string): Promise<EfiGdprExport | null> {
        return this.connection.rawConnection
            .getRepository(EfiGdprExport)
            .findOneBy({ requestId, expiresAt: MoreThan(new Date()) });
    }

    private tokenOf({ sealedToken }: EfiGdprExport): Promise<string | undefined> {
        return unseal(sealedToken, ...keysFor(this.options, 'links')).then(
            token => Buffer.from(token).toString(),
            () => undefined,
        );
    }
}

function isSame(one: string, other: string): boolean {
    const [a, b] = [Buffer.from(one), Buffer.from(other)];
    return a.length === b.length && timingSafeEqual(a, b);
}
