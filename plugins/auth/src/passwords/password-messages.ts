import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { I18nService } from '@vendure/core';
import type { PasswordFault } from './domain/password-fault';

type MessageKey = `efi-password-${PasswordFault | 'refused'}`;

/** As ICU messages; `number` is the limit of the rule, `reason` one of the others. */
const messages: Readonly<Record<'en' | 'de' | 'fr', Readonly<Record<MessageKey, string>>>> = {
    en: {
        'efi-password-too-short': 'The password must have at least {number} characters.',
        'efi-password-too-long': 'The password must not be longer than {number} bytes.',
        'efi-password-known':
            'This password is among those that are guessed first. Please choose another one, such as a few words.',
        'efi-password-refused': 'This password is not allowed: {reason}',
    },
    de: {
        'efi-password-too-short': 'Das Passwort braucht mindestens {number} Zeichen.',
        'efi-password-too-long': 'Das Passwort darf nicht länger als {number} Bytes sein.',
        'efi-password-known':
            'Dieses Passwort wird mit als erstes geraten. Bitte wählen Sie ein anderes, zum Beispiel ein paar Wörter.',
        'efi-password-refused': 'Dieses Passwort ist nicht erlaubt: {reason}',
    },
    fr: {
        'efi-password-too-short': 'Le mot de passe doit comporter au moins {number} caractères.',
        'efi-password-too-long': 'Le mot de passe ne doit pas dépasser {number} octets.',
        'efi-password-known':
            'Ce mot de passe fait partie des premiers que l’on devine. Choisissez-en un autre, par exemple quelques mots.',
        'efi-password-refused': 'Ce mot de passe n’est pas autorisé : {reason}',
    },
};

/** The English text, for where there is no request whose language to go by. */
export function inEnglish(key: MessageKey, number: number): string {
    return messages.en[key].replace('{number}', String(number));
}

/** Brings the messages about passwords in the shop's languages. */
@Injectable()
export class PasswordMessages implements OnApplicationBootstrap {
    constructor(private readonly i18n: I18nService) {}

    onApplicationBootstrap(): void {
        for (const [language, message] of Object.entries(messages)) {
            this.i18n.addTranslation(language, { message });
        }
    }
}
