import {
    ChannelService,
    CountryService,
    type CurrencyCode,
    GlobalSettingsService,
    type ID,
    isGraphQlErrorResult,
    type LanguageCode,
    type RequestContext,
    SellerService,
    ShippingMethod,
    ShippingMethodService,
    StockLocation,
    StockLocationService,
    TaxCategoryService,
    TaxRateService,
    ZoneService,
} from '@vendure/core';
import type { INestApplicationContext } from '@nestjs/common';
import {
    languages,
    type Localised,
    type Market,
    type MarketCode,
    markets,
    type ShippingCode,
    shippingCodes,
    shippingTexts,
    type StockLocationCode,
    stockLocationCodes,
    stockLocations,
    type TaxClass,
    taxClasses,
    taxClassNames,
} from '../shop/markets';
import { writePaymentMethods } from './write-payment-methods';

/** Ids of what the rest of the demo refers to. */
export interface ShopIds {
    readonly defaultChannel: number;
    readonly channels: Readonly<Record<MarketCode, number>>;
    readonly countries: Readonly<Record<MarketCode, number>>;
    readonly zones: Readonly<Record<MarketCode, number>>;
    readonly taxCategories: Readonly<Record<TaxClass, number>>;
    readonly shippingMethods: Readonly<Record<MarketCode, Readonly<Record<ShippingCode, number>>>>;
    readonly stockLocations: Readonly<Record<StockLocationCode, number>>;
}

const languageCodes = languages as readonly string[] as LanguageCode[];

/** All channels, the default one included. Whatever the shop sells is in each. */
export function allChannels(shop: Pick<ShopIds, 'defaultChannel' | 'channels'>): number[] {
    return [shop.defaultChannel, ...Object.values(shop.channels)];
}

/** Sets up what an operator would set up by hand: markets, taxes, warehouses, delivery and payment. */
export async function writeMarkets(app: INestApplicationContext, ctx: RequestContext): Promise<ShopIds> {
    await app.get(GlobalSettingsService).updateSettings(ctx, { availableLanguages: languageCodes });
    const countries = await byMarket(market => createCountry(app, ctx, market));
    const zones = await byMarket(market => createZone(app, ctx, market, countries[market.code]));
    const taxCategories = await createTaxes(app, ctx, zones);
    const channels = await byMarket(market => createChannel(app, ctx, market, zones[market.code]));
    await app.get(ChannelService).update(ctx, {
        id: ctx.channelId,
        availableLanguageCodes: languageCodes,
        defaultTaxZoneId: zones.us,
        defaultShippingZoneId: zones.us,
    });
    const shippingMethods = await byMarket(market =>
        createShippingMethods(app, ctx, market, channels[market.code]),
    );
    await writePaymentMethods(app, ctx, Object.values(channels));
    return {
        defaultChannel: Number(ctx.channelId),
        channels,
        countries,
        zones,
        taxCategories,
        shippingMethods,
        stockLocations: await createStockLocations(app, ctx, channels),
    };
}

/** The same in each language, as Vendure's translation inputs want it. */
function translations<T extends object>(inLanguage: (language: keyof Localised) => T) {
    return languages.map(language => ({ languageCode: language as LanguageCode, ...inLanguage(language) }));
}

async function byMarket<T>(create: (market: Market) => Promise<T>): Promise<Record<MarketCode, T>> {
    const created: Partial<Record<MarketCode, T>> = {};
    for (const market of markets) {
        created[market.code] = await create(market);
    }
    return created as Record<MarketCode, T>;
}

async function createCountry(
    app: INestApplicationContext,
    ctx: RequestContext,
    market: Market,
): Promise<number> {
    const country = await app.get(CountryService).create(ctx, {
        code: market.country.code,
        enabled: true,
        translations: translations(language => ({ name: market.country.name[language] })),
    });
    return Number(country.id);
}

async function createZone(
    app: INestApplicationContext,
    ctx: RequestContext,
    market: Market,
    country: ID,
): Promise<number> {
    const zone = await app.get(ZoneService).create(ctx, { name: market.zone, memberIds: [country] });
    return Number(zone.id);
}

async function createTaxes(
    app: INestApplicationContext,
    ctx: RequestContext,
    zones: Record<MarketCode, number>,
): Promise<Record<TaxClass, number>> {
    const ids: Partial<Record<TaxClass, number>> = {};
    for (const taxClass of taxClasses) {
        const category = await app
            .get(TaxCategoryService)
            .create(ctx, { name: taxClassNames[taxClass], isDefault: taxClass === 'standard' });
        for (const market of markets) {
            await app.get(TaxRateService).create(ctx, {
                name: `${taxClassNames[taxClass]} ${market.zone}`,
                enabled: true,
                value: market.taxRates[taxClass],
                categoryId: category.id,
                zoneId: zones[market.code],
            });
        }
        ids[taxClass] = Number(category.id);
    }
    return ids as Record<TaxClass, number>;
}

async function createChannel(
    app: INestApplicationContext,
    ctx: RequestContext,
    market: Market,
    zone: ID,
): Promise<number> {
    const { items: sellers } = await app.get(SellerService).findAll(ctx);
    const channel = await app.get(ChannelService).create(ctx, {
        code: market.code,
        token: market.code,
        defaultLanguageCode: market.language as LanguageCode,
        availableLanguageCodes: languageCodes,
        defaultCurrencyCode: market.currency as CurrencyCode,
        pricesIncludeTax: market.pricesIncludeTax,
        defaultTaxZoneId: zone,
        defaultShippingZoneId: zone,
        sellerId: sellers[0]?.id,
    });
    if (isGraphQlErrorResult(channel)) {
        throw new Error(`Market ${market.code} was refused: ${channel.message}`);
    }
    return Number(channel.id);
}

async function createShippingMethods(
    app: INestApplicationContext,
    ctx: RequestContext,
    market: Market,
    channel: ID,
): Promise<Record<ShippingCode, number>> {
    const ids: Partial<Record<ShippingCode, number>> = {};
    for (const code of shippingCodes) {
        const texts = shippingTexts[code];
        const method = await app.get(ShippingMethodService).create(ctx, {
            code: `${code}-${market.code}`,
            fulfillmentHandler: 'manual-fulfillment',
            checker: {
                code: 'default-shipping-eligibility-checker',
                arguments: [{ name: 'orderMinimum', value: '0' }],
            },
            calculator: {
                code: 'default-shipping-calculator',
                arguments: [
                    { name: 'rate', value: String(market.shippingPrices[code]) },
                    { name: 'includesTax', value: 'auto' },
                    { name: 'taxRate', value: String(market.shippingTaxRate) },
                ],
            },
            translations: translations(language => ({
                name: texts.name[language],
                description: texts.description[language],
            })),
            customFields: { efiDeliveryTime: texts.time },
        });
        await app.get(ChannelService).assignToChannels(ctx, ShippingMethod, method.id, [channel]);
        ids[code] = Number(method.id);
    }
    return ids as Record<ShippingCode, number>;
}

/** The first location takes the place of the one that Vendure makes on its first start. */
async function createStockLocations(
    app: INestApplicationContext,
    ctx: RequestContext,
    channels: Record<MarketCode, number>,
): Promise<Record<StockLocationCode, number>> {
    const service = app.get(StockLocationService);
    const { items: existing } = await service.findAll(ctx);
    const ids: Partial<Record<StockLocationCode, number>> = {};
    for (const [index, code] of stockLocationCodes.entries()) {
        const { name, description, markets: served, pickUp } = stockLocations[code];
        const customFields = { efiIsPickUpPlace: pickUp !== undefined, efiPickUpDetails: pickUp };
        const input = { name, description, customFields };
        const before = index === 0 ? existing[0] : undefined;
        const location = before
            ? await service.update(ctx, { id: before.id, ...input })
            : await service.create(ctx, input);
        await app.get(ChannelService).assignToChannels(
            ctx,
            StockLocation,
            location.id,
            served.map(market => channels[market]),
        );
        ids[code] = Number(location.id);
    }
    return ids as Record<StockLocationCode, number>;
}
