import { Channel, type CurrencyCode, type LanguageCode, RequestContext } from '@vendure/core';
import type { EntityManager } from 'typeorm';

/** A channel as a guest sees it, once for each of its currencies. */
export interface Market {
    readonly channelId: number;
    /** One for each currency. The first one stands for the channel where the currency does not matter. */
    readonly contexts: readonly [RequestContext, ...RequestContext[]];
}

/** What the whole shop is indexed for. */
export interface Markets {
    readonly all: readonly Market[];
    readonly languages: readonly LanguageCode[];
}

/** Reads them anew: what Vendure remembers of channels may be older than the change that is to be indexed. */
export async function readMarkets(manager: EntityManager): Promise<Markets> {
    const channels = await manager.find(Channel, {
        relations: { defaultTaxZone: true, defaultShippingZone: true },
        order: { id: 'ASC' },
    });
    return {
        all: channels.map(marketOf),
        languages: unique(
            channels.flatMap(channel => [channel.defaultLanguageCode, ...channel.availableLanguageCodes]),
        ),
    };
}

function marketOf(channel: Channel): Market {
    const inCurrency = (currencyCode: CurrencyCode): RequestContext =>
        new RequestContext({
            apiType: 'shop',
            // Some read the currency from the channel, and some from the context.
            channel: new Channel({ ...channel, defaultCurrencyCode: currencyCode }),
            languageCode: channel.defaultLanguageCode,
            currencyCode,
            isAuthorized: true,
            authorizedAsOwnerOnly: false,
        });
    const others = unique(channel.availableCurrencyCodes).filter(
        code => code !== channel.defaultCurrencyCode,
    );
    return {
        channelId: Number(channel.id),
        contexts: [inCurrency(channel.defaultCurrencyCode), ...others.map(inCurrency)],
    };
}

function unique<Value>(values: readonly Value[]): Value[] {
    return [...new Set(values)];
}
