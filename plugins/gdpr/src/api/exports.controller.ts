import { Controller, Get, Header, NotFoundException, Param, StreamableFile } from '@nestjs/common';
import { asSystem, auditTrail } from '@efi/plugin-kit';
import { Allow, Ctx, Permission, RequestContext, TransactionalConnection } from '@vendure/core';
import { EXPORT_ROUTE, Exports, MAILED_EXPORT_ROUTE } from '../infrastructure/exports';
import { isUuid } from '../infrastructure/is-uuid';

/** Serves the files. Not below `/api/v1`, where answers are JSON. */
@Controller()
export class ExportsController {
    constructor(
        private readonly exports: Exports,
        private readonly connection: TransactionalConnection,
    ) {}

    @Get(`${EXPORT_ROUTE}/:requestId/:token`)
    @Allow(Permission.Authenticated)
    @Header('Cache-Control', 'no-store')
    @Header('Referrer-Policy', 'no-referrer')
    async download(
        @Ctx() ctx: RequestContext,
        @Param('requestId') requestId: string,
        @Param('token') token: string,
    ): Promise<StreamableFile> {
        const { activeUserId } = ctx;
        const file =
            isUuid(requestId) && activeUserId !== undefined
                ? await this.exports.open(requestId, token, activeUserId)
                : undefined;
        return this.give(ctx, requestId, file);
    }

    /** To who asked by mail: the secret in the link is all that somebody without an account has. */
    @Get(`${MAILED_EXPORT_ROUTE}/:requestId/:token`)
    @Allow(Permission.Public)
    @Header('Cache-Control', 'no-store')
    @Header('Referrer-Policy', 'no-referrer')
    async downloadMailed(
        @Ctx() ctx: RequestContext,
        @Param('requestId') requestId: string,
        @Param('token') token: string,
    ): Promise<StreamableFile> {
        const file = isUuid(requestId)
            ? await asSystem(() => this.exports.open(requestId, token))
            : undefined;
        return this.give(ctx, requestId, file);
    }

    /** @throws NotFoundException for all alike: whose file it is and whether there is one is nobody else's business. */
    private async give(
        ctx: RequestContext,
        requestId: string,
        file: Uint8Array | undefined,
    ): Promise<StreamableFile> {
        if (!file) {
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
