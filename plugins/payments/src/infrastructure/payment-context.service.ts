import { Injectable } from '@nestjs/common';
import {
    Channel,
    type CurrencyCode,
    type LanguageCode,
    type RequestContext,
    RequestContextService,
    TransactionalConnection,
} from '@vendure/core';
import type { PaymentIntent } from '../domain/payment-intent';

/** Makes request contexts for work on an order that no request asks for. */
@Injectable()
export class PaymentContextService {
    constructor(
        private readonly contexts: RequestContextService,
        private readonly connection: TransactionalConnection,
    ) {}

    /** In the channel, language and currency that the shopper paid in. */
    async of({ channelId, languageCode, money }: PaymentIntent): Promise<RequestContext> {
        const channel = await this.connection.rawConnection
            .getRepository(Channel)
            .findOneOrFail({ where: { id: Number(channelId) }, relations: { defaultTaxZone: true } });
        return this.contexts.create({
            apiType: 'admin',
            channelOrToken: channel,
            languageCode: languageCode as LanguageCode,
            currencyCode: money.currency as CurrencyCode,
        });
    }
}
