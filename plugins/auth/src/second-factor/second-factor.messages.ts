import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { I18nService } from '@vendure/core';

const messages = {
    en: {
        'efi-second-factor-required': 'Please add the code from your authenticator app, or a recovery code.',
        'efi-second-factor-wrong': 'This code is wrong, or was used already. Please wait for the next one.',
        'efi-second-factor-stale':
            'Please confirm with a code of your second factor first, on the page Security, and try again.',
        'efi-second-factor-off': 'There is no second factor to do this with.',
        'efi-second-factor-password': 'That is not your password.',
    },
    de: {
        'efi-second-factor-required':
            'Bitte geben Sie auch den Code aus Ihrer Authenticator-App oder einen Wiederherstellungscode ein.',
        'efi-second-factor-wrong':
            'Dieser Code ist falsch oder schon benutzt. Bitte warten Sie auf den nächsten.',
        'efi-second-factor-stale':
            'Bitte bestätigen Sie zuerst mit einem Code Ihres zweiten Faktors, auf der Seite Sicherheit, und versuchen Sie es noch einmal.',
        'efi-second-factor-off': 'Dafür gibt es hier keinen zweiten Faktor.',
        'efi-second-factor-password': 'Das ist nicht Ihr Passwort.',
    },
    fr: {
        'efi-second-factor-required':
            'Ajoutez le code de votre application d’authentification, ou un code de secours.',
        'efi-second-factor-wrong': 'Ce code est faux ou a déjà servi. Attendez le suivant.',
        'efi-second-factor-stale':
            'Confirmez d’abord par un code de votre second facteur, sur la page Sécurité, puis réessayez.',
        'efi-second-factor-off': 'Il n’y a pas de second facteur pour cela.',
        'efi-second-factor-password': 'Ce n’est pas votre mot de passe.',
    },
};

/** Brings the messages of this feature in the shop's languages. */
@Injectable()
export class SecondFactorMessages implements OnApplicationBootstrap {
    constructor(private readonly i18n: I18nService) {}

    onApplicationBootstrap(): void {
        for (const [language, message] of Object.entries(messages)) {
            this.i18n.addTranslation(language, { message });
        }
    }
}
