import { Query, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, Permission, RequestContext } from '@vendure/core';
import { type TodaySales, TodaySalesService } from './today-sales.service';

@Resolver()
export class TodaySalesResolver {
    constructor(private readonly todaySales: TodaySalesService) {}

    @Query()
    @Allow(Permission.ReadOrder)
    efiTodaySales(@Ctx() ctx: RequestContext): Promise<TodaySales> {
        return this.todaySales.todaySales(ctx);
    }
}
