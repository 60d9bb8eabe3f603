import { Inject, Injectable } from '@nestjs/common';
import { DEFAULT_CHANNEL_CODE } from '@vendure/common/lib/shared-constants';
import type { RequestContext } from '@vendure/core';
import { CONTENT_OPTIONS, type ResolvedContentOptions } from '../content.options';
import type { EfiContentPage } from './entities';
import { PreviewTokens } from './preview-tokens';

/** Links by which whoever has one sees a draft on the storefront. */
@Injectable()
export class PreviewLinks {
    constructor(
        private readonly tokens: PreviewTokens,
        @Inject(CONTENT_OPTIONS) private readonly options: ResolvedContentOptions,
    ) {}

    make(ctx: RequestContext, { id }: EfiContentPage, languageCode: string) {
        const { token, expiresAt } = this.tokens.issue(id, new Date());
        const url = this.options.previewUrl({
            token,
            languageCode,
            channelCode: ctx.channel.code,
            channelToken: ctx.channel.token,
            isDefaultChannel: ctx.channel.code === DEFAULT_CHANNEL_CODE,
        });
        return { url, token, expiresAt };
    }
}
