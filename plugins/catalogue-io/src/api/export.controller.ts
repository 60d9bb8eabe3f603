import { auditTrail } from '@efi/plugin-kit';
import { BadRequestException, Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { Allow, Ctx, Logger, Permission, RequestContext, TransactionalConnection } from '@vendure/core';
import { Readable } from 'node:stream';
import { type ExportFormat, exportFormats } from '../domain/export-file';
import { ExportCatalogue } from '../infrastructure/export-catalogue';

/** Gives the products of the active channel out as a file, however many. */
@Controller('catalogue')
export class ExportController {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly catalogue: ExportCatalogue,
    ) {}

    @Get('export')
    @Allow(Permission.ReadCatalog, Permission.ReadProduct)
    @Header('Cache-Control', 'no-store')
    async export(@Ctx() ctx: RequestContext, @Query('format') format = 'csv'): Promise<StreamableFile> {
        const known = exportFormats.find(name => name === format);
        if (!known) {
            throw new BadRequestException(`format must be one of ${exportFormats.join(', ')}.`);
        }
        await auditTrail(this.connection.rawConnection).recordApart(ctx, {
            action: 'export-catalogue',
            resource: { type: 'Channel', id: ctx.channelId },
            detail: { format: known },
        });
        return new StreamableFile(Readable.from(this.lines(ctx, known), { objectMode: false }), {
            type: known === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl; charset=utf-8',
            disposition: `attachment; filename="catalogue.${known}"`,
        });
    }

    private async *lines(ctx: RequestContext, format: ExportFormat): AsyncGenerator<string> {
        try {
            yield* this.catalogue.write(ctx, format);
        } catch (error) {
            // The answer has begun: it is torn off, so that nobody takes a part for the whole.
            Logger.error(`An export of the catalogue failed: ${String(error)}`, 'CatalogueIoPlugin');
            throw error;
        }
    }
}
