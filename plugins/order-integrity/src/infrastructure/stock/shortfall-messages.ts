import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { I18nService, type RequestContext } from '@vendure/core';
import type { StockShortfall } from '../../domain/stock-shortfall';
import { stockMessages } from '../../messages/stock-messages';
import { VariantLabels } from './variant-labels';

/** Tells people what falls short. */
@Injectable()
export class ShortfallMessages implements OnApplicationBootstrap {
    constructor(
        private readonly labels: VariantLabels,
        private readonly i18n: I18nService,
    ) {}

    onApplicationBootstrap(): void {
        for (const [language, messages] of Object.entries(stockMessages)) {
            this.i18n.addTranslation(language, { message: messages });
        }
    }

    /** One sentence, in the language of `ctx`, with each line that falls short, what it wants and what is left. */
    async describe(ctx: RequestContext, shortfalls: readonly StockShortfall[]): Promise<string> {
        const labels = await this.labels.of(
            ctx,
            shortfalls.map(shortfall => shortfall.variantId),
        );
        const items = shortfalls.map(({ variantId, quantity, available }) =>
            translate(ctx, 'efi-stock-shortfall-item', {
                name: labels.get(variantId)?.name ?? '',
                quantity,
                available,
            }),
        );
        return translate(ctx, 'efi-stock-shortfall', { items: items.join(', ') });
    }
}

type MessageKey = keyof (typeof stockMessages)['en'];

/** By Vendure's translations, which a shop can override; a context without a request, such as a job's, has none. */
function translate(
    ctx: RequestContext,
    key: MessageKey,
    values: Readonly<Record<string, string | number>>,
): string {
    const translated = ctx.translate(`message.${key}`, values);
    if (translated !== `message.${key}`) {
        return translated;
    }
    const messages: Partial<Record<string, Record<MessageKey, string>>> = stockMessages;
    const message = (messages[ctx.languageCode] ?? stockMessages.en)[key];
    return message.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
