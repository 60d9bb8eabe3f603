import { Controller, Get, Header, NotFoundException, Param, StreamableFile } from '@nestjs/common';
import { auditTrail } from '@efi/plugin-kit';
import { Allow, Ctx, Permission, RequestContext, TransactionalConnection } from '@vendure/core';
import { EXPORT_ROUTE, Exports } from '../infrastructure/exports';
import { isUuid } from '../infrastructure/is-uuid';

/** Serves the files. Not below `/api/v1`, where answers are JSON. */
@Controller(EXPORT_ROUTE)
export class ExportsController {
    constructor(
        private readonly exports: Exports,
        private readonly connection: TransactionalConnection,
    ) {}

    @Get(':requestId/:token')
    @Allow(Permission.Authenticated)
    @Header('Cache-Control', 'no-store')
    @Header('Referrer-Policy', 'no-referrer')
    async download(
        @Ctx() ctx: RequestContext,
        @Param('requestId') requestId: string,
        @Param('token') token: string,
    ): Promise<StreamableFile> {
        const file =
            isUuid(requestId) && ctx.activeUserId !== undefined
                ? await this.exports.open(requestId, token, ctx.activeUserId)
                : undefined;
        if (!file) {
            // The same for all: whose file it is and whether there is one is nobody else's business.
            throw new NotFoundException();
        }
        await auditTrail(this.connection.rawConnection).recordApart(ctx, {
            ...{ action: 'download-personal-data', class: 'security' },
            resource: { type: 'EfiPrivacyRequest', id: requestId },
        });
        return new StreamableFile(file, {
            type: 'application/zip',
            disposition: 'attachment; filename="your-data.zip"',
        });
    }
}
