import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
    Allow,
    Ctx,
    type ID,
    Permission,
    RequestContext,
    StockLocation,
    StockLocationService,
    Transaction,
    UserInputError,
} from '@vendure/core';
import { readOpeningHours } from '../domain/opening-hours';
import {
    detailsOf,
    IS_PICK_UP_PLACE,
    isPickUpPlace,
    LONGEST_DETAIL,
    PICK_UP_DETAILS,
    type PlaceAddress,
} from '../infrastructure/place-field';

interface DetailsInput extends PlaceAddress {
    readonly openingHours?: string | null;
}

@Resolver('StockLocation')
export class PickUpAdminResolver {
    constructor(private readonly locations: StockLocationService) {}

    @ResolveField()
    efiIsPickUpPlace(@Parent() location: StockLocation): boolean {
        return isPickUpPlace(location);
    }

    @ResolveField()
    efiPickUpDetails(@Parent() location: StockLocation) {
        const details = detailsOf(location);
        return details && { address: details, openingHours: details.openingHours };
    }

    @Mutation()
    @Transaction()
    @Allow(Permission.UpdateStockLocation)
    setEfiPickUpPlace(
        @Ctx() ctx: RequestContext,
        @Args() { stockLocationId: id, isPickUpPlace: is }: { stockLocationId: ID; isPickUpPlace: boolean },
    ): Promise<StockLocation> {
        return this.locations.update(ctx, { id, customFields: { [IS_PICK_UP_PLACE]: is } });
    }

    @Mutation()
    @Transaction()
    @Allow(Permission.UpdateStockLocation)
    setEfiPickUpDetails(
        @Ctx() ctx: RequestContext,
        @Args() { stockLocationId: id, details }: { stockLocationId: ID; details: DetailsInput },
    ): Promise<StockLocation> {
        const { streetLine, postalCode, city, countryCode, openingHours } = details;
        const trimmed = Object.fromEntries(
            Object.entries({
                streetLine,
                postalCode,
                city,
                countryCode: countryCode.toUpperCase(),
                openingHours: openingHours ?? '',
            }).map(([name, value]) => [name, value.trim()]),
        );
        const tooLong = Object.entries(trimmed).find(([, value]) => value.length > LONGEST_DETAIL);
        if (tooLong) {
            throw new UserInputError(`${tooLong[0]} has more than ${LONGEST_DETAIL} characters.`);
        }
        if (!/^[A-Z]{2}$/.test(trimmed.countryCode ?? '')) {
            throw new UserInputError('countryCode has to be two letters by ISO 3166-1, such as DE.');
        }
        const hours = readOpeningHours(trimmed.openingHours ?? '');
        if (!hours.ok) {
            throw new UserInputError(
                `“${hours.part}” can’t be read as opening hours. They are written like Mo-Fr 09:30-18:00; Sa 10:00-16:00.`,
            );
        }
        return this.locations.update(ctx, { id, customFields: { [PICK_UP_DETAILS]: trimmed } });
    }
}
