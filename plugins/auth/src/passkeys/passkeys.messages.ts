import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { I18nService } from '@vendure/core';

const messages = {
    en: {
        'efi-passkeys-off': 'There are no passkeys here.',
        'efi-passkey-refused': 'The passkey could not be checked. Please try again.',
        'efi-passkey-stale': 'You signed in a while ago. Please give your password, or sign in again.',
        'efi-passkey-password': 'That is not your password.',
        'efi-passkey-known': 'This passkey is there already.',
        'efi-passkey-unknown': 'There is no such passkey any more.',
        'efi-passkey-too-many': 'There are as many passkeys as an account can have. Please remove one first.',
        'efi-passkey-name': 'Please give the passkey a name.',
    },
    de: {
        'efi-passkeys-off': 'Hier gibt es keine Passkeys.',
        'efi-passkey-refused': 'Der Passkey konnte nicht geprüft werden. Bitte versuchen Sie es noch einmal.',
        'efi-passkey-stale':
            'Sie haben sich vor längerer Zeit angemeldet. Bitte geben Sie Ihr Passwort ein, oder melden Sie sich neu an.',
        'efi-passkey-password': 'Das ist nicht Ihr Passwort.',
        'efi-passkey-known': 'Diesen Passkey gibt es schon.',
        'efi-passkey-unknown': 'Diesen Passkey gibt es nicht mehr.',
        'efi-passkey-too-many':
            'Mehr Passkeys kann ein Konto nicht haben. Bitte entfernen Sie zuerst einen davon.',
        'efi-passkey-name': 'Bitte geben Sie dem Passkey einen Namen.',
    },
    fr: {
        'efi-passkeys-off': 'Il n’y a pas de clés d’accès ici.',
        'efi-passkey-refused': 'La clé d’accès n’a pas pu être vérifiée. Veuillez réessayer.',
        'efi-passkey-stale':
            'Votre connexion date un peu. Indiquez votre mot de passe, ou connectez-vous à nouveau.',
        'efi-passkey-password': 'Ce n’est pas votre mot de passe.',
        'efi-passkey-known': 'Cette clé d’accès existe déjà.',
        'efi-passkey-unknown': 'Cette clé d’accès n’existe plus.',
        'efi-passkey-too-many': 'Un compte ne peut pas avoir plus de clés d’accès. Supprimez-en une d’abord.',
        'efi-passkey-name': 'Donnez un nom à la clé d’accès.',
    },
};

/** Brings the messages of this feature in the shop's languages. */
@Injectable()
export class PasskeyMessages implements OnApplicationBootstrap {
    constructor(private readonly i18n: I18nService) {}

    onApplicationBootstrap(): void {
        for (const [language, message] of Object.entries(messages)) {
            this.i18n.addTranslation(language, { message });
        }
    }
}
