import { Injectable } from '@nestjs/common';
import { type ID, type RequestContext, TransactionalConnection, UserInputError } from '@vendure/core';
import type { Readable } from 'node:stream';
import {
    EfiCatalogueChunk,
    EfiCatalogueProblem,
    EfiCatalogueRun,
    type FileFormat,
} from './catalogue-run.entity';

/** Size of a piece, in bytes. */
const PIECE = 256 * 1024;

/** What is to be imported, and how. */
export interface NewImport {
    readonly fileName: string;
    readonly format: FileFormat;
    readonly dryRun: boolean;
    readonly content: Readable;
}

/** Imports and their files, each seen in its channel only. */
@Injectable()
export class ImportFiles {
    constructor(private readonly connection: TransactionalConnection) {}

    /**
     * Stores a file piece by piece. In the transaction of `ctx`, so that half a file is none.
     *
     * @throws UserInputError when there is nothing in it.
     */
    async store(ctx: RequestContext, { content, fileName, ...how }: NewImport): Promise<EfiCatalogueRun> {
        const runs = this.connection.getRepository(ctx, EfiCatalogueRun);
        const { id } = await runs.save({
            ...how,
            fileName: fileName.slice(0, 255),
            state: 'WAITING',
            channelId: ctx.channelId,
            languageCode: ctx.channel.defaultLanguageCode,
        });
        let bytes = 0;
        let position = 0;
        for await (const piece of pieces(content)) {
            bytes += piece.length;
            await this.connection
                .getRepository(ctx, EfiCatalogueChunk)
                .insert({ runId: id, position: position++, content: piece });
        }
        if (bytes === 0) {
            throw new UserInputError('The file is empty.');
        }
        await runs.update(id, { bytes });
        return this.findOneOrFail(ctx, id);
    }

    findOne(ctx: RequestContext, id: ID): Promise<EfiCatalogueRun | null> {
        return this.connection
            .getRepository(ctx, EfiCatalogueRun)
            .findOneBy({ id: Number(id), channelId: ctx.channelId });
    }

    findOneOrFail(ctx: RequestContext, id: ID): Promise<EfiCatalogueRun> {
        return this.connection
            .getRepository(ctx, EfiCatalogueRun)
            .findOneByOrFail({ id: Number(id), channelId: ctx.channelId });
    }

    /** The newest first, and how many there are. */
    findMany(ctx: RequestContext, skip: number, take: number): Promise<[EfiCatalogueRun[], number]> {
        return this.connection.getRepository(ctx, EfiCatalogueRun).findAndCount({
            where: { channelId: ctx.channelId },
            order: { createdAt: 'DESC', id: 'ASC' },
            skip,
            take,
        });
    }

    /** By line. */
    problems(
        ctx: RequestContext,
        runId: number,
        skip: number,
        take: number,
    ): Promise<[EfiCatalogueProblem[], number]> {
        return this.connection
            .getRepository(ctx, EfiCatalogueProblem)
            .findAndCount({ where: { runId }, order: { line: 'ASC', id: 'ASC' }, skip, take });
    }

    /** What was imported stays. @returns whether it was not at its end already. */
    async cancel(ctx: RequestContext, id: ID): Promise<boolean> {
        const { manager } = this.connection.getRepository(ctx, EfiCatalogueRun);
        const rows = await manager.query<unknown[]>(
            `WITH cancelled AS (
                UPDATE efi_catalogue_run SET state = 'CANCELLED', "endedAt" = now()
                 WHERE id = $1 AND "channelId" = $2 AND state IN ('WAITING', 'RUNNING') RETURNING id)
             SELECT id FROM cancelled`,
            [id, ctx.channelId],
        );
        if (rows.length > 0) {
            // Afterwards, when a batch that was just being counted is seen.
            await manager.query('DELETE FROM efi_catalogue_trial WHERE "runId" = $1', [id]);
            await manager.query('DELETE FROM efi_catalogue_chunk WHERE "runId" = $1', [id]);
        }
        return rows.length > 0;
    }

    /** The file, a piece at a time. */
    async *read(runId: number): AsyncGenerator<Buffer> {
        const chunks = this.connection.rawConnection.getRepository(EfiCatalogueChunk);
        for (let position = 0; ; position++) {
            const chunk = await chunks.findOneBy({ runId, position });
            if (!chunk) {
                return;
            }
            yield chunk.content;
        }
    }
}

async function* pieces(content: Readable): AsyncGenerator<Buffer> {
    let waiting: Buffer[] = [];
    let length = 0;
    for await (const chunk of content as AsyncIterable<Buffer>) {
        waiting.push(chunk);
        length += chunk.length;
        if (length >= PIECE) {
            yield Buffer.concat(waiting);
            waiting = [];
            length = 0;
        }
    }
    if (length > 0) {
        yield Buffer.concat(waiting);
    }
}
