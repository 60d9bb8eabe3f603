import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { I18nService } from '@vendure/core';

/** By language. Vendure falls back to English. */
const messages = {
    en: {
        'efi-pick-up-not-this-way':
            'With this way of shipping nothing is fetched. Please choose another one.',
        'efi-pick-up-no-such-place': 'Orders can’t be fetched there any more. Please choose another place.',
        'efi-pick-up-not-all-here':
            '{place} does not have all of it just now – {items}. Please choose another place, or have the order delivered.',
        'efi-pick-up-choose': 'Please choose the place where you fetch your order.',
    },
    de: {
        'efi-pick-up-not-this-way':
            'Mit dieser Versandart wird nichts abgeholt. Bitte wählen Sie eine andere.',
        'efi-pick-up-no-such-place':
            'Dort kann nichts mehr abgeholt werden. Bitte wählen Sie einen anderen Ort.',
        'efi-pick-up-not-all-here':
            '{place} hat gerade nicht alles da – {items}. Bitte wählen Sie einen anderen Ort oder lassen Sie liefern.',
        'efi-pick-up-choose': 'Bitte wählen Sie, wo Sie Ihre Bestellung abholen.',
    },
    fr: {
        'efi-pick-up-not-this-way':
            'Avec ce mode de livraison, rien n’est à retirer. Veuillez en choisir un autre.',
        'efi-pick-up-no-such-place':
            'Le retrait n’y est plus possible. Veuillez choisir un autre point de retrait.',
        'efi-pick-up-not-all-here':
            '{place} n’a pas tout pour le moment – {items}. Veuillez choisir un autre point de retrait ou vous faire livrer.',
        'efi-pick-up-choose': 'Veuillez choisir le point de retrait de votre commande.',
    },
} as const;

export type MessageKey = keyof (typeof messages)['en'];

@Injectable()
export class PickUpMessages implements OnApplicationBootstrap {
    constructor(private readonly i18n: I18nService) {}

    onApplicationBootstrap(): void {
        for (const [language, message] of Object.entries(messages)) {
            this.i18n.addTranslation(language, { message });
        }
    }
}
