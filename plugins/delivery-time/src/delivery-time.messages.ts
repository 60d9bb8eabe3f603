import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { I18nService } from '@vendure/core';

/** By language. Vendure falls back to English. */
const messages = {
    en: {
        'efi-delivery-time-days': 'Working days are whole numbers from 0 to 250.',
        'efi-delivery-time-order': 'It can’t arrive at the latest before it arrives at the earliest.',
        'efi-delivery-time-order-by': 'A time of day is written like 15:00.',
    },
    de: {
        'efi-delivery-time-days': 'Werktage sind ganze Zahlen von 0 bis 250.',
        'efi-delivery-time-order': 'Spätestens kann nicht vor frühestens liegen.',
        'efi-delivery-time-order-by': 'Eine Uhrzeit schreibt man wie 15:00.',
    },
    fr: {
        'efi-delivery-time-days': 'Les jours ouvrés sont des nombres entiers de 0 à 250.',
        'efi-delivery-time-order': 'L’arrivée au plus tard ne peut pas précéder l’arrivée au plus tôt.',
        'efi-delivery-time-order-by': 'Une heure s’écrit comme 15:00.',
    },
} as const;

@Injectable()
export class DeliveryTimeMessages implements OnApplicationBootstrap {
    constructor(private readonly i18n: I18nService) {}

    onApplicationBootstrap(): void {
        for (const [language, error] of Object.entries(messages)) {
            this.i18n.addTranslation(language, { error });
        }
    }
}
