import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { I18nService } from '@vendure/core';
import type { VatNumberProblem } from './read-vat-number';

export const problemMessages: Readonly<Record<VatNumberProblem, string>> = {
    COUNTRY: 'efi-vat-number-country',
    FORM: 'efi-vat-number-form',
    CHECK_DIGITS: 'efi-vat-number-check-digits',
};

/** By language. Vendure falls back to English. */
const messages = {
    en: {
        'efi-vat-number-country': 'A VAT number begins with the letters of a country in the EU, such as DE.',
        'efi-vat-number-form': 'This is not how VAT numbers of that country are written.',
        'efi-vat-number-check-digits': 'The check digits do not fit. Please look for a mistyped digit.',
    },
    de: {
        'efi-vat-number-country': 'Eine USt-IdNr. beginnt mit den Buchstaben eines Landes der EU, etwa DE.',
        'efi-vat-number-form': 'So sieht keine USt-IdNr. dieses Landes aus.',
        'efi-vat-number-check-digits': 'Die Prüfziffern passen nicht. Bitte nach einem Tippfehler sehen.',
    },
    fr: {
        'efi-vat-number-country':
            'Un numéro de TVA commence par les lettres d’un pays de l’UE, par exemple FR.',
        'efi-vat-number-form': 'Les numéros de TVA de ce pays ne s’écrivent pas ainsi.',
        'efi-vat-number-check-digits':
            'La clé ne correspond pas. Veuillez vérifier qu’aucun chiffre n’est faux.',
    },
} as const;

@Injectable()
export class VatNumberMessages implements OnApplicationBootstrap {
    constructor(private readonly i18n: I18nService) {}

    onApplicationBootstrap(): void {
        for (const [language, message] of Object.entries(messages)) {
            this.i18n.addTranslation(language, { message });
        }
    }
}
