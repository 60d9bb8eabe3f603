import type { CheckoutRefusal } from '@efi/plugin-kit';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
    ActiveOrderService,
    Allow,
    Ctx,
    type ID,
    idsAreEqual,
    Order,
    Permission,
    ProductVariant,
    RequestContext,
    StockLocation,
    Transaction,
} from '@vendure/core';
import { NoActiveOrderError } from '@vendure/core/dist/common/error/generated-graphql-shop-errors';
import type { LineAvailability } from '../domain/order-at-place';
import type { OpeningHours } from '../domain/opening-hours';
import { ChoosePlace } from '../infrastructure/choose-place';
import { addressOf, type KeptPlace } from '../infrastructure/order-place-field';
import { type PickUpOption, PickUpOrders } from '../infrastructure/pick-up-orders';
import { PickUpStock, type PickUpStockView } from '../infrastructure/pick-up-stock';
import { detailsOf, hoursOf, type PlaceAddress } from '../infrastructure/place-field';

type SetPlaceResult = Order | CheckoutRefusal;

@Resolver()
export class PickUpPlacesShopResolver {
    constructor(
        private readonly stock: PickUpStock,
        private readonly activeOrders: ActiveOrderService,
        private readonly choosePlace: ChoosePlace,
    ) {}

    @Query()
    @Allow(Permission.Public)
    efiPickUpPlaces(@Ctx() ctx: RequestContext): Promise<StockLocation[]> {
        return this.stock.places(ctx);
    }

    @Mutation()
    @Transaction()
    @Allow(Permission.UpdateOrder, Permission.Owner)
    async setEfiOrderPickUpPlace(
        @Ctx() ctx: RequestContext,
        @Args() { shippingMethodId, placeId }: { shippingMethodId: ID; placeId: ID },
    ): Promise<SetPlaceResult> {
        const order = await this.activeOrders.getActiveOrder(ctx, undefined);
        return order
            ? this.choosePlace.execute(ctx, order.id, shippingMethodId, placeId)
            : new NoActiveOrderError();
    }
}

/** Tells the members of the union apart. */
@Resolver('SetEfiOrderPickUpPlaceResult')
export class SetPlaceResultResolver {
    @ResolveField()
    __resolveType(value: SetPlaceResult): string {
        return 'errorCode' in value ? value.__typename : 'Order';
    }
}

@Resolver('EfiPickUpPlace')
export class PickUpPlaceShopResolver {
    @ResolveField()
    address(@Parent() place: StockLocation): PlaceAddress | undefined {
        return detailsOf(place);
    }

    @ResolveField()
    openingHours(@Parent() place: StockLocation): readonly OpeningHours[] {
        return hoursOf(place);
    }
}

/** For whoever may see the variant. */
@Resolver('ProductVariant')
export class PickUpStockShopResolver {
    constructor(private readonly stock: PickUpStock) {}

    @ResolveField()
    efiPickUpStock(
        @Ctx() ctx: RequestContext,
        @Parent() variant: ProductVariant,
    ): Promise<PickUpStockView[]> {
        return this.stock.at(ctx, variant);
    }
}

/** For whoever may see the order. */
@Resolver('Order')
export class PickUpOptionsShopResolver {
    constructor(private readonly orders: PickUpOrders) {}

    @ResolveField()
    efiPickUpOptions(@Ctx() ctx: RequestContext, @Parent() order: Order): Promise<PickUpOption[]> {
        return this.orders.optionsFor(ctx, order);
    }
}

@Resolver('EfiPickUpOption')
export class PickUpOptionShopResolver {
    @ResolveField()
    hasAll(@Parent() { lines }: PickUpOption): boolean {
        return lines.every(({ availability }) => availability !== 'NOT_HERE');
    }

    @ResolveField()
    lines(@Parent() { lines }: PickUpOption) {
        return lines.map(({ lineId, availability }: LineAvailability) => ({
            orderLineId: lineId,
            availability,
        }));
    }
}

@Resolver('EfiOrderPickUpPlace')
export class OrderPlaceShopResolver {
    constructor(private readonly stock: PickUpStock) {}

    @ResolveField()
    address(@Parent() place: KeptPlace): PlaceAddress | undefined {
        return addressOf(place);
    }

    @ResolveField()
    async openingHours(
        @Ctx() ctx: RequestContext,
        @Parent() { placeId }: KeptPlace,
    ): Promise<readonly OpeningHours[]> {
        const place = (await this.stock.places(ctx)).find(({ id }) => idsAreEqual(id, placeId));
        return place ? hoursOf(place) : [];
    }
}
