import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, type ID, RequestContext, Transaction, TransactionalConnection } from '@vendure/core';
import type { EfiGdprRequest } from '../infrastructure/entities';
import { isUuid } from '../infrastructure/is-uuid';
import { EfiGdprNotice, EfiGdprProcessor } from '../infrastructure/processors/entities';
import { Notices } from '../infrastructure/processors/notices';
import {
    type ProcessorInput,
    type ProcessorRefusal,
    Processors,
} from '../infrastructure/processors/processors';
import { managePrivacy, readPrivacy } from './permissions';

/** See the schema. */
class ProcessorError {
    readonly __typename = 'EfiPrivacyProcessorError';
    readonly errorCode = 'EFI_PRIVACY_PROCESSOR_ERROR';
    readonly message: string;

    private constructor(
        ctx: RequestContext,
        readonly reason: ProcessorRefusal,
    ) {
        this.message = ctx.translate(`message.efi-privacy-${reason}`);
    }

    static or<T extends object>(ctx: RequestContext, done: T | ProcessorRefusal): T | ProcessorError {
        return typeof done === 'string' ? new ProcessorError(ctx, done) : done;
    }
}

@Resolver()
export class ProcessorsAdminResolver {
    constructor(
        private readonly processors: Processors,
        private readonly notices: Notices,
    ) {}

    @Query()
    @Allow(readPrivacy.Permission, managePrivacy.Permission)
    efiPrivacyProcessors(@Ctx() ctx: RequestContext): Promise<EfiGdprProcessor[]> {
        return this.processors.list(ctx);
    }

    @Mutation()
    @Transaction()
    @Allow(managePrivacy.Permission)
    async addEfiPrivacyProcessor(@Ctx() ctx: RequestContext, @Args() { input }: { input: ProcessorInput }) {
        return ProcessorError.or(ctx, await this.processors.add(ctx, input));
    }

    @Mutation()
    @Transaction()
    @Allow(managePrivacy.Permission)
    async updateEfiPrivacyProcessor(
        @Ctx() ctx: RequestContext,
        @Args() { id, input }: { id: ID; input: ProcessorInput },
    ) {
        return ProcessorError.or(ctx, await this.processors.update(ctx, id, input));
    }

    @Mutation()
    @Transaction()
    @Allow(managePrivacy.Permission)
    async renewEfiPrivacyProcessorSecret(@Ctx() ctx: RequestContext, @Args() { id }: { id: ID }) {
        return ProcessorError.or(ctx, await this.processors.renewSecret(ctx, id));
    }

    @Mutation()
    @Transaction()
    @Allow(managePrivacy.Permission)
    async resendEfiPrivacyNotice(
        @Ctx() ctx: RequestContext,
        @Args() { id }: { id: string },
    ): Promise<EfiGdprNotice | null> {
        return isUuid(id) ? ((await this.notices.resend(ctx, id)) ?? null) : null;
    }
}

@Resolver('EfiPrivacyRequest')
export class RequestNoticesResolver {
    constructor(private readonly told: Notices) {}

    @ResolveField()
    notices(@Ctx() ctx: RequestContext, @Parent() { id }: EfiGdprRequest): Promise<EfiGdprNotice[]> {
        return this.told.ofRequest(ctx, id);
    }
}

@Resolver('EfiPrivacyNotice')
export class PrivacyNoticeResolver {
    constructor(private readonly connection: TransactionalConnection) {}

    @ResolveField()
    async processor(@Ctx() ctx: RequestContext, @Parent() { processorId }: EfiGdprNotice): Promise<string> {
        const processor = await this.connection
            .getRepository(ctx, EfiGdprProcessor)
            .findOneBy({ id: processorId });
        return processor?.name ?? '';
    }
}

/** Tells the members of the unions apart. */
@Resolver('SaveEfiPrivacyProcessorResult')
export class ProcessorResultResolver {
    @ResolveField()
    __resolveType(value: object): string {
        return value instanceof ProcessorError ? value.__typename : 'EfiPrivacyProcessor';
    }
}

@Resolver('EfiPrivacyProcessorSecretResult')
export class ProcessorSecretResultResolver {
    @ResolveField()
    __resolveType(value: object): string {
        return value instanceof ProcessorError ? value.__typename : 'EfiPrivacyProcessorSecret';
    }
}
