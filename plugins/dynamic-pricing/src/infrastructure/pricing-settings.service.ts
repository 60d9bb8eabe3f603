import { Injectable } from '@nestjs/common';
import {
    type CurrencyCode,
    type RequestContext,
    TransactionalConnection,
    UserInputError,
} from '@vendure/core';
import type { PricingMode } from '../application/pricing-mode';
import { defaultGuards, type GuardSettings } from '../domain/guards/guards';
import { Audit } from './audit';
import { PriceControl } from './engine/price-control';
import { EfiPricingSettings } from './entities/pricing-settings.entity';

export interface ChannelSettings {
    readonly currencyCode: CurrencyCode;
    readonly mode: PricingMode;
    readonly isStopped: boolean;
    readonly guards: GuardSettings;
}

/** How prices are made in each channel and currency, and whether. */
@Injectable()
export class PricingSettingsService {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly control: PriceControl,
        private readonly audit: Audit,
    ) {}

    async ofChannel(ctx: RequestContext): Promise<ChannelSettings[]> {
        const stored = await this.settings(ctx).findBy({ channelId: Number(ctx.channelId) });
        return ctx.channel.availableCurrencyCodes.map(currencyCode => {
            const found = stored.find(settings => settings.currencyCode === String(currencyCode));
            return {
                currencyCode,
                mode: found?.mode ?? 'recommend',
                isStopped: found?.isStopped ?? false,
                guards: { ...defaultGuards, ...found?.guards },
            };
        });
    }

    async update(
        ctx: RequestContext,
        currencyCode: CurrencyCode,
        mode: PricingMode,
        guards: GuardSettings,
    ): Promise<ChannelSettings> {
        await this.write(ctx, currencyCode, { mode, guards });
        await this.audit.record(ctx, 'settings.updated', { currencyCode, mode, guards });
        return this.find(ctx, currencyCode);
    }

    /** @returns How many prices went back to the list price. */
    async stop(
        ctx: RequestContext,
        currencyCode: CurrencyCode,
        restoreListPrices: boolean,
        reason: string | null,
    ): Promise<number> {
        await this.write(ctx, currencyCode, { isStopped: true });
        await this.audit.record(ctx, 'pricing.stopped', { currencyCode, restoreListPrices, reason });
        if (!restoreListPrices) {
            return 0;
        }
        const variantIds = await this.control.restoreListPrices(ctx, { currencyCode });
        await this.control.published(ctx, variantIds);
        return variantIds.length;
    }

    async resume(ctx: RequestContext, currencyCode: CurrencyCode): Promise<void> {
        await this.write(ctx, currencyCode, { isStopped: false });
        await this.audit.record(ctx, 'pricing.resumed', { currencyCode });
    }

    private async write(
        ctx: RequestContext,
        currencyCode: CurrencyCode,
        change: Partial<EfiPricingSettings>,
    ) {
        if (!ctx.channel.availableCurrencyCodes.includes(currencyCode)) {
            throw new UserInputError(`The channel does not sell in ${currencyCode}.`);
        }
        const { isStopped, mode, guards } = await this.find(ctx, currencyCode);
        await this.settings(ctx).save({
            channelId: Number(ctx.channelId),
            currencyCode,
            isStopped,
            mode,
            guards,
            ...change,
        });
    }

    private async find(ctx: RequestContext, currencyCode: CurrencyCode): Promise<ChannelSettings> {
        const all = await this.ofChannel(ctx);
        const found = all.find(settings => settings.currencyCode === currencyCode);
        if (!found) {
            throw new UserInputError(`The channel does not sell in ${currencyCode}.`);
        }
        return found;
    }

    private settings(ctx: RequestContext) {
        return this.connection.getRepository(ctx, EfiPricingSettings);
    }
}
