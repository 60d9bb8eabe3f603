import type { FeatureName } from './features';
import type { Text } from './text';

const SUBJECTS: Readonly<Record<string, Text>> = {
    Customer: { en: 'by this customer', de: 'dieses Kunden', fr: 'de ce client' },
    Email: {
        en: 'with this e-mail address',
        de: 'mit dieser E-Mail-Adresse',
        fr: 'avec cette adresse e-mail',
    },
    Address: { en: 'to this address', de: 'an diese Anschrift', fr: 'vers cette adresse' },
    Device: { en: 'from this device', de: 'von diesem Gerät', fr: 'depuis cet appareil' },
    Network: { en: 'from this network', de: 'aus diesem Netz', fr: 'depuis ce réseau' },
    Card: { en: 'with this card', de: 'mit dieser Karte', fr: 'avec cette carte' },
    Order: { en: 'for this order', de: 'für diese Bestellung', fr: 'pour cette commande' },
};

const WINDOWS: Readonly<Record<string, Text>> = {
    '10m': { en: 'in 10 minutes', de: 'in 10 Minuten', fr: 'en 10 minutes' },
    '1h': { en: 'in an hour', de: 'in einer Stunde', fr: 'en une heure' },
    '24h': { en: 'in 24 hours', de: 'in 24 Stunden', fr: 'en 24 heures' },
    '7d': { en: 'in 7 days', de: 'in 7 Tagen', fr: 'en 7 jours' },
};

/** What is counted in features named `<what>By<subject><window>`. */
const COUNTED: Readonly<Record<string, Text>> = {
    attempts: { en: 'Attempts to pay', de: 'Zahlungsversuche', fr: 'Tentatives de paiement' },
    declines: { en: 'Declined attempts', de: 'Abgelehnte Versuche', fr: 'Tentatives refusées' },
    declineShare: {
        en: 'Share of declined attempts',
        de: 'Anteil abgelehnter Versuche',
        fr: 'Part des tentatives refusées',
    },
    cards: { en: 'Different cards', de: 'Verschiedene Karten', fr: 'Cartes différentes' },
    emails: {
        en: 'Different e-mail addresses',
        de: 'Verschiedene E-Mail-Adressen',
        fr: 'Adresses e-mail différentes',
    },
    devices: { en: 'Different devices', de: 'Verschiedene Geräte', fr: 'Appareils différents' },
    couponUses: { en: 'Uses of the coupon', de: 'Einlösungen des Gutscheins', fr: 'Utilisations du coupon' },
};

const OTHERS: Readonly<Partial<Record<FeatureName, Text>>> = {
    billingShippingDistance: {
        en: 'Distance between billing and shipping',
        de: 'Abstand von Rechnungs- und Lieferanschrift',
        fr: 'Écart entre facturation et livraison',
    },
    networkBillingCountryDiffers: {
        en: 'Network in another country than the billing address',
        de: 'Netz in einem anderen Land als die Rechnungsanschrift',
        fr: 'Réseau dans un autre pays que la facturation',
    },
    networkShippingCountryDiffers: {
        en: 'Network in another country than the shipping address',
        de: 'Netz in einem anderen Land als die Lieferanschrift',
        fr: 'Réseau dans un autre pays que la livraison',
    },
    isGuest: { en: 'Guest without an account', de: 'Gast ohne Konto', fr: 'Invité sans compte' },
    accountAgeDays: {
        en: 'Age of the account in days',
        de: 'Alter des Kontos in Tagen',
        fr: 'Âge du compte en jours',
    },
    ordersBefore: { en: 'Earlier orders', de: 'Frühere Bestellungen', fr: 'Commandes antérieures' },
    daysSinceLastOrder: {
        en: 'Days since the last order',
        de: 'Tage seit der letzten Bestellung',
        fr: 'Jours depuis la dernière commande',
    },
    newDeviceForAccount: {
        en: 'Device is new to the account',
        de: 'Gerät ist für das Konto neu',
        fr: 'Appareil nouveau pour le compte',
    },
    hasDevice: { en: 'Device is known', de: 'Gerät ist bekannt', fr: 'Appareil connu' },
    daysSinceEmailChange: {
        en: 'Days since the e-mail address was changed',
        de: 'Tage seit Änderung der E-Mail-Adresse',
        fr: 'Jours depuis le changement d’e-mail',
    },
    daysSincePasswordChange: {
        en: 'Days since the password was changed',
        de: 'Tage seit Änderung des Passworts',
        fr: 'Jours depuis le changement de mot de passe',
    },
    amountLog: { en: 'Amount', de: 'Betrag', fr: 'Montant' },
    amountAgainstCustomer: {
        en: 'Amount against the customer’s habit',
        de: 'Betrag gegenüber der Gewohnheit des Kunden',
        fr: 'Montant par rapport aux habitudes du client',
    },
    amountAgainstShop: {
        en: 'Amount against the shop’s usual orders',
        de: 'Betrag gegenüber üblichen Bestellungen',
        fr: 'Montant par rapport aux commandes habituelles',
    },
    itemCount: { en: 'Pieces in the order', de: 'Stückzahl der Bestellung', fr: 'Nombre de pièces' },
    variantCount: { en: 'Different articles', de: 'Verschiedene Artikel', fr: 'Articles différents' },
    mostOfOneVariant: {
        en: 'Pieces of one article',
        de: 'Stückzahl eines Artikels',
        fr: 'Pièces d’un même article',
    },
    giftCardShare: {
        en: 'Share of gift cards',
        de: 'Anteil von Geschenkkarten',
        fr: 'Part des cartes cadeaux',
    },
    couponCount: { en: 'Coupons', de: 'Gutscheine', fr: 'Coupons' },
    disposableMail: {
        en: 'Throw-away e-mail address',
        de: 'Wegwerf-E-Mail-Adresse',
        fr: 'Adresse e-mail jetable',
    },
    emailDigitShare: {
        en: 'Digits in the e-mail address',
        de: 'Ziffern in der E-Mail-Adresse',
        fr: 'Chiffres dans l’adresse e-mail',
    },
    hourOfDay: { en: 'Hour of the day (UTC)', de: 'Uhrzeit (UTC)', fr: 'Heure de la journée (UTC)' },
};

const BY_SUBJECT = /^([a-zA-Z]+?)By(Customer|Email|Address|Device|Network|Card|Order)(10m|1h|24h|7d)$/;

/** What a feature is called, without its value. */
export function featureLabel(name: FeatureName): Text {
    const other = OTHERS[name];
    if (other) {
        return other;
    }
    const [, what = '', subject = '', window = ''] = BY_SUBJECT.exec(name) ?? [];
    const [counted, by, within] = [COUNTED[what], SUBJECTS[subject], WINDOWS[window]];
    if (!counted || !by || !within) {
        throw new Error(`The feature ${name} has no words.`);
    }
    return inEach(language => `${counted[language]} ${by[language]} ${within[language]}`);
}

/** A feature and its value, in words. */
export function featureText(name: FeatureName, value: number | undefined): Text {
    const label = featureLabel(name);
    const unknown: Text = { en: 'not known', de: 'nicht bekannt', fr: 'inconnu' };
    return inEach(language => {
        const shown = value === undefined ? unknown[language] : numbers[language].format(value);
        return language === 'fr' ? `${label.fr} : ${shown}` : `${label[language]}: ${shown}`;
    });
}

/** Made once: making them anew took most of a score's time. */
const numbers: Readonly<Record<keyof Text, Intl.NumberFormat>> = {
    en: new Intl.NumberFormat('en', { maximumFractionDigits: 2 }),
    de: new Intl.NumberFormat('de', { maximumFractionDigits: 2 }),
    fr: new Intl.NumberFormat('fr', { maximumFractionDigits: 2 }),
};

function inEach(words: (language: keyof Text) => string): Text {
    return { en: words('en'), de: words('de'), fr: words('fr') };
}
