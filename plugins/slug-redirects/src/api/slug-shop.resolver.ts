import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, Permission, RequestContext } from '@vendure/core';
import { CurrentSlugs } from '../infrastructure/current-slugs';
import type { SlugOwner } from '../infrastructure/old-slug.entity';

@Resolver()
export class SlugShopResolver {
    constructor(private readonly slugs: CurrentSlugs) {}

    @Query()
    @Allow(Permission.Public)
    efiCurrentSlug(
        @Ctx() ctx: RequestContext,
        @Args() { of, slug }: { of: SlugOwner; slug: string },
    ): Promise<string | undefined> {
        return this.slugs.find(ctx, of, slug);
    }
}
