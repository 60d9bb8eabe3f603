import { BadRequestException, Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { Allow, Ctx, Logger, RequestContext } from '@vendure/core';
import { Readable } from 'node:stream';
import { type ExportFormat, exportFormats, exportHead, exportLine } from '../domain/export-lines';
import { loggerCtx } from '../infrastructure/logger-context';
import { type EntryFilter, ReadTrail } from '../infrastructure/read-trail';
import { SqlAuditTrail } from '../infrastructure/sql-audit-trail';
import { filterOfQuery } from './filter-of-query';
import { readAudit } from './permissions';

/** Gives the filtered entries out as a file, however many. Not below `/api/v1`, where answers are JSON. */
@Controller('audit-trail')
export class ExportController {
    constructor(
        private readonly reader: ReadTrail,
        private readonly trail: SqlAuditTrail,
    ) {}

    @Get('export')
    @Allow(readAudit.Permission)
    @Header('Cache-Control', 'no-store')
    async export(
        @Ctx() ctx: RequestContext,
        @Query() { format = 'csv', 'vendure-token': _channel, ...query }: Record<string, unknown>,
    ): Promise<StreamableFile> {
        const known = exportFormats.find(name => name === format);
        if (!known) {
            throw new BadRequestException(`format must be one of ${exportFormats.join(', ')}`);
        }
        const filter = this.filter(query);
        // First, so that nothing is given out which nobody was seen to take.
        await this.trail.recordApart(ctx, {
            action: 'export-audit-trail',
            class: 'security',
            resource: { type: 'AuditTrail' },
            detail: { filter, format: known },
        });
        return new StreamableFile(Readable.from(this.lines(ctx, known, filter), { objectMode: false }), {
            type: known === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl; charset=utf-8',
            disposition: `attachment; filename="audit-trail.${known}"`,
        });
    }

    private filter(query: Record<string, unknown>): EntryFilter {
        try {
            return filterOfQuery(query);
        } catch (error) {
            throw new BadRequestException((error as Error).message);
        }
    }

    private async *lines(ctx: RequestContext, format: ExportFormat, filter: EntryFilter) {
        yield exportHead(format);
        try {
            for await (const page of this.reader.pages(ctx, filter)) {
                yield page.map(entry => exportLine(format, { ...entry })).join('');
            }
        } catch (error) {
            // The answer has begun: it is torn off, so that nobody takes a part for the whole.
            Logger.error(`An export of the audit trail failed: ${String(error)}`, loggerCtx);
            throw error;
        }
    }
}
