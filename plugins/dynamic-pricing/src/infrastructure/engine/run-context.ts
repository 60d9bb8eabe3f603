import { Injectable } from '@nestjs/common';
import {
    Channel,
    type CurrencyCode,
    type ID,
    type RequestContext,
    RequestContextService,
    TransactionalConnection,
} from '@vendure/core';
import { defaultGuards, type GuardSettings } from '../../domain/guards/guards';
import type { PricingRule } from '../../domain/rules/rule';
import { EfiPricingRule } from '../entities/pricing-rule.entity';
import { EfiPricingSettings } from '../entities/pricing-settings.entity';

/** All about a channel and currency that a run reads once. */
export interface RunContext {
    readonly ctx: RequestContext;
    readonly channelId: number;
    readonly currencyCode: string;
    readonly rules: readonly PricingRule[];
    readonly guards: GuardSettings;
    /** By tax category, in percent; costs are without tax, and prices are with it in some channels. */
    readonly taxOnCost: ReadonlyMap<number, number>;
}

@Injectable()
export class RunContexts {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly contexts: RequestContextService,
    ) {}

    async load(channelId: ID, currencyCode: string): Promise<RunContext> {
        const channel = await this.connection.rawConnection
            .getRepository(Channel)
            .findOneOrFail({ where: { id: channelId }, relations: { defaultTaxZone: true } });
        const ctx = await this.contexts.create({
            apiType: 'admin',
            channelOrToken: channel,
            currencyCode: currencyCode as CurrencyCode,
        });
        const settings = await this.settings(channelId, currencyCode);
        return {
            ctx,
            channelId: Number(channelId),
            currencyCode,
            rules: await this.rules(channelId),
            guards: { ...defaultGuards, ...settings?.guards },
            taxOnCost: channel.pricesIncludeTax ? await this.taxRates(channel) : new Map(),
        };
    }

    settings(channelId: ID, currencyCode: string): Promise<EfiPricingSettings | null> {
        return this.connection.rawConnection
            .getRepository(EfiPricingSettings)
            .findOneBy({ channelId: Number(channelId), currencyCode });
    }

    rules(channelId: ID): Promise<EfiPricingRule[]> {
        return this.connection.rawConnection
            .getRepository(EfiPricingRule)
            .find({ where: { channelId, enabled: true }, order: { priority: 'DESC', id: 'ASC' } });
    }

    private async taxRates(channel: Channel): Promise<Map<number, number>> {
        const rows = await this.connection.rawConnection.query<{ categoryId: number; value: string }[]>(
            `SELECT "categoryId", value FROM tax_rate
              WHERE "zoneId" = $1 AND enabled AND "customerGroupId" IS NULL ORDER BY id DESC`,
            [channel.defaultTaxZone.id],
        );
        return new Map(rows.map(({ categoryId, value }) => [categoryId, Number(value)]));
    }
}
