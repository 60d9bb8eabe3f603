import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
    Allow,
    Ctx,
    EntityNotFoundError,
    type ID,
    RequestContext,
    Transaction,
    UserInputError,
} from '@vendure/core';
import type { Readable } from 'node:stream';
import type {
    EfiCatalogueProblem,
    EfiCatalogueRun,
    FileFormat,
} from '../infrastructure/catalogue-run.entity';
import { ImportFiles } from '../infrastructure/import-files';
import { ImportQueue } from '../infrastructure/import-queue';
import { importCatalogue } from './permissions';

const MOST_ITEMS = 100;

interface Page {
    readonly skip: number;
    readonly take: number;
}

interface Items<Item> {
    readonly items: readonly Item[];
    readonly totalItems: number;
}

interface Upload {
    readonly filename: string;
    createReadStream(): Readable;
}

interface StartInput {
    readonly file: Promise<Upload>;
    readonly format: FileFormat;
    readonly dryRun: boolean;
}

@Resolver('EfiCatalogueImport')
export class CatalogueAdminResolver {
    constructor(
        private readonly files: ImportFiles,
        private readonly queue: ImportQueue,
    ) {}

    @Query()
    @Allow(importCatalogue.Permission)
    async efiCatalogueImports(
        @Ctx() ctx: RequestContext,
        @Args() page: Page,
    ): Promise<Items<EfiCatalogueRun>> {
        const { skip, take } = checked(page);
        return listOf(await this.files.findMany(ctx, skip, take));
    }

    @Query()
    @Allow(importCatalogue.Permission)
    efiCatalogueImport(@Ctx() ctx: RequestContext, @Args('id') id: ID): Promise<EfiCatalogueRun | null> {
        return this.files.findOne(ctx, id);
    }

    @Mutation()
    @Transaction()
    @Allow(importCatalogue.Permission)
    async startEfiCatalogueImport(
        @Ctx() ctx: RequestContext,
        @Args('input') { file, format, dryRun }: StartInput,
    ): Promise<EfiCatalogueRun> {
        const upload = await file;
        const content = upload.createReadStream();
        const run = await this.files.store(ctx, { fileName: upload.filename, format, dryRun, content });
        await this.queue.add(ctx, run.id);
        return run;
    }

    @Mutation()
    @Transaction()
    @Allow(importCatalogue.Permission)
    async cancelEfiCatalogueImport(@Ctx() ctx: RequestContext, @Args('id') id: ID): Promise<EfiCatalogueRun> {
        const run = await this.files.findOne(ctx, id);
        if (!run) {
            throw new EntityNotFoundError('EfiCatalogueRun', id);
        }
        await this.files.cancel(ctx, id);
        return this.files.findOneOrFail(ctx, id);
    }

    @ResolveField()
    progress(@Parent() { state, bytes, bytesRead }: EfiCatalogueRun): number {
        return state === 'COMPLETED' ? 100 : Math.floor((bytesRead / Math.max(1, bytes)) * 100);
    }

    @ResolveField()
    async problems(
        @Ctx() ctx: RequestContext,
        @Parent() { id }: EfiCatalogueRun,
        @Args() page: Page,
    ): Promise<Items<EfiCatalogueProblem>> {
        const { skip, take } = checked(page);
        return listOf(await this.files.problems(ctx, id, skip, take));
    }
}

function checked({ skip, take }: Page): Page {
    if (skip < 0 || take < 0 || take > MOST_ITEMS) {
        throw new UserInputError(`skip must be 0 or more, and take from 0 to ${MOST_ITEMS}.`);
    }
    return { skip, take };
}

function listOf<Item>([items, totalItems]: [Item[], number]): Items<Item> {
    return { items, totalItems };
}
