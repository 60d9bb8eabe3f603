import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { I18nService } from '@vendure/core';

const messages = {
    en: 'Too many attempts. Please try again later.',
    de: 'Zu viele Versuche. Bitte versuchen Sie es später noch einmal.',
    fr: 'Trop de tentatives. Veuillez réessayer plus tard.',
};

/** Brings the messages of this feature in the shop's languages. */
@Injectable()
export class LockOutMessages implements OnApplicationBootstrap {
    constructor(private readonly i18n: I18nService) {}

    onApplicationBootstrap(): void {
        for (const [language, text] of Object.entries(messages)) {
            this.i18n.addTranslation(language, { message: { 'efi-too-many-attempts': text } });
        }
    }
}
