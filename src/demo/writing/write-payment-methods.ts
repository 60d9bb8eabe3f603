import type { INestApplicationContext } from '@nestjs/common';
import {
    ChannelService,
    type ID,
    type LanguageCode,
    PaymentMethod,
    PaymentMethodService,
    type RequestContext,
} from '@vendure/core';
import { languages, type Localised } from '../shop/markets';
import { pastOrdersOnly } from '../shop/past-orders-only';

/** By which the past orders of the demo were paid: the sandbox knows nothing of them. */
export const pastPaymentMethodCode = 'card';

interface MethodTexts {
    readonly name: Localised;
    readonly description: Localised;
}

const sandbox: MethodTexts = {
    name: { en: 'Card', de: 'Karte', fr: 'Carte bancaire' },
    description: {
        en: 'A demonstration: no money moves.',
        de: 'Eine Vorführung: Es fließt kein Geld.',
        fr: 'Une démonstration : aucun argent ne circule.',
    },
};

const past: MethodTexts = {
    name: { en: 'Card (former provider)', de: 'Karte (früherer Anbieter)', fr: 'Carte (ancien prestataire)' },
    description: { en: '', de: '', fr: '' },
};

/** The sandbox provider for shoppers, in all channels, and the method of past orders for refunds. */
export async function writePaymentMethods(
    app: INestApplicationContext,
    ctx: RequestContext,
    channels: readonly ID[],
): Promise<void> {
    const service = app.get(PaymentMethodService);
    const methods = [
        await service.create(ctx, {
            code: 'sandbox',
            enabled: true,
            handler: {
                code: 'efi-gateway',
                arguments: [
                    { name: 'gateways', value: JSON.stringify(['sandbox']) },
                    { name: 'captureMode', value: 'automatic' },
                ],
            },
            translations: translationsOf(sandbox),
        }),
        await service.create(ctx, {
            code: pastPaymentMethodCode,
            enabled: true,
            checker: { code: pastOrdersOnly.code, arguments: [] },
            handler: {
                code: 'dummy-payment-handler',
                arguments: [{ name: 'automaticSettle', value: 'true' }],
            },
            translations: translationsOf(past),
        }),
    ];
    for (const { id } of methods) {
        await app.get(ChannelService).assignToChannels(ctx, PaymentMethod, id, [...channels]);
    }
}

function translationsOf({ name, description }: MethodTexts) {
    return languages.map(language => ({
        languageCode: language as LanguageCode,
        name: name[language],
        description: description[language],
    }));
}
