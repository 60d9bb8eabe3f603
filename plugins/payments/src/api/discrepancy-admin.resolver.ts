import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { EfiDiscrepancy } from '../infrastructure/entities/discrepancy.entity';
import { ShopPrecision } from '../infrastructure/shop-precision';
import { type Amount, toAmount } from './amount';

/** The two amounts of a discrepancy. */
@Resolver('EfiDiscrepancy')
export class DiscrepancyAdminResolver {
    constructor(private readonly precision: ShopPrecision) {}

    @ResolveField()
    there(@Parent() { amountThere, currencyThere }: EfiDiscrepancy): Amount | undefined {
        return this.amount(amountThere, currencyThere);
    }

    @ResolveField()
    here(@Parent() { amountHere, currencyHere }: EfiDiscrepancy): Amount | undefined {
        return this.amount(amountHere, currencyHere);
    }

    private amount(amount: number | null, currency: string | null): Amount | undefined {
        return amount === null || currency === null
            ? undefined
            : toAmount({ amount, currency }, this.precision.decimals);
    }
}
