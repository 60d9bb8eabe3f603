import { Inject, Injectable } from '@nestjs/common';
import { type RequestContext, TransactionalConnection } from '@vendure/core';
import { type ResolvedSearchOptions, SEARCH_OPTIONS } from '../../search.options';
import { EfiSearchSetting } from '../entities/search-setting.entity';
import { RuleMemory } from './rule-memory';

/** `EfiSearchSettings` of the Admin API. */
export interface SearchSettingsOfChannel {
    /** Null where the channel goes by the default. */
    readonly inStockFirst: boolean | null;
    readonly inStockFirstByDefault: boolean;
}

/** What the active channel has chosen. */
@Injectable()
export class SearchSettings {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly memory: RuleMemory,
        @Inject(SEARCH_OPTIONS) private readonly options: ResolvedSearchOptions,
    ) {}

    async ofChannel(ctx: RequestContext): Promise<SearchSettingsOfChannel> {
        const chosen = await this.settings(ctx).findOneBy({ channelId: Number(ctx.channelId) });
        return {
            inStockFirst: chosen?.inStockFirst ?? null,
            inStockFirstByDefault: this.options.inStockFirst,
        };
    }

    async update(ctx: RequestContext, inStockFirst: boolean | null): Promise<SearchSettingsOfChannel> {
        await this.settings(ctx).save({ channelId: Number(ctx.channelId), inStockFirst });
        await this.memory.changes(this.settings(ctx).manager, 'efi_search_setting');
        return this.ofChannel(ctx);
    }

    private settings(ctx: RequestContext) {
        return this.connection.getRepository(ctx, EfiSearchSetting);
    }
}
