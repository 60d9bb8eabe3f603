import type { Rule } from '../domain/rule';

/**
 * What a shop begins with; merchants change and switch them off. The migration writes them as they are here, so that
 * a change needs a migration of its own.
 *
 * Many people share a network: it counts only together with how many of its attempts were declined.
 */
export const builtInRules: ReadonlyArray<Omit<Rule, 'version'>> = [
    {
        code: 'declines-in-a-row',
        name: {
            en: 'Several declined attempts of the same person, device, card or order within 10 minutes',
            de: 'Mehrere abgelehnte Versuche derselben Person, desselben Geräts, derselben Karte oder Bestellung in 10 Minuten',
            fr: 'Plusieurs tentatives refusées de la même personne, du même appareil, de la même carte ou commande en 10 minutes',
        },
        expression:
            'declinesByEmail10m >= 3 || declinesByDevice10m >= 3 || declinesByCard10m >= 3 || declinesByCustomer10m >= 3 || declinesByOrder1h >= 4',
        points: 4,
        atLeast: 'block',
    },
    {
        code: 'burst-of-attempts',
        name: {
            en: 'More attempts within 10 minutes than a person makes',
            de: 'Mehr Versuche in 10 Minuten, als ein Mensch unternimmt',
            fr: 'Plus de tentatives en 10 minutes qu’une personne n’en fait',
        },
        expression: 'attemptsByEmail10m > 5 || attemptsByDevice10m > 5 || attemptsByOrder1h > 8',
        points: 4,
        atLeast: 'block',
    },
    {
        code: 'network-tests-cards',
        name: {
            en: 'Most of the attempts from this network were declined within 10 minutes',
            de: 'Die meisten Versuche aus diesem Netz wurden in 10 Minuten abgelehnt',
            fr: 'La plupart des tentatives depuis ce réseau ont été refusées en 10 minutes',
        },
        expression: 'declinesByNetwork10m >= 4 && declineShareByNetwork10m >= 0.6',
        points: 4,
        atLeast: 'block',
    },
    {
        code: 'many-cards',
        name: {
            en: 'Many different cards of the same device or e-mail address within a day',
            de: 'Viele verschiedene Karten desselben Geräts oder derselben E-Mail-Adresse an einem Tag',
            fr: 'Beaucoup de cartes différentes du même appareil ou de la même adresse e-mail en un jour',
        },
        expression: 'cardsByDevice24h >= 3 || cardsByEmail24h >= 3',
        points: 3,
        atLeast: 'review',
    },
    {
        code: 'account-takeover',
        name: {
            en: 'New device for the account right after its e-mail address or password was changed',
            de: 'Neues Gerät für das Konto, kurz nachdem E-Mail-Adresse oder Passwort geändert wurden',
            fr: 'Nouvel appareil pour le compte juste après un changement d’e-mail ou de mot de passe',
        },
        expression:
            'newDeviceForAccount > 0 && ordersBefore > 0 && (daysSinceEmailChange < 2 || daysSincePasswordChange < 2)',
        points: 4,
        atLeast: 'step-up',
    },
    {
        code: 'unusual-amount-new-device',
        name: {
            en: 'Far above the customer’s usual amount, from a device that is new',
            de: 'Weit über dem üblichen Betrag des Kunden, von einem neuen Gerät',
            fr: 'Bien au-dessus du montant habituel du client, depuis un nouvel appareil',
        },
        expression: 'amountAgainstCustomer > 4 && newDeviceForAccount > 0',
        points: 2.5,
        atLeast: null,
    },
    {
        code: 'far-above-the-shop',
        name: {
            en: 'Far above what orders of this shop come to, by a new customer',
            de: 'Weit über üblichen Bestellungen des Shops, von einem neuen Kunden',
            fr: 'Bien au-dessus des commandes habituelles de la boutique, par un nouveau client',
        },
        expression: 'amountAgainstShop > 4 && ordersBefore == 0.0',
        points: 2,
        atLeast: null,
    },
    {
        code: 'bulk-of-one-article',
        name: {
            en: 'Many pieces of one article by a new customer',
            de: 'Große Menge eines Artikels von einem neuen Kunden',
            fr: 'Grande quantité d’un article par un nouveau client',
        },
        expression: 'mostOfOneVariant >= 10 && ordersBefore == 0.0',
        points: 1.5,
        atLeast: null,
    },
    {
        code: 'countries-differ',
        name: {
            en: 'Billing, shipping and network point to different countries',
            de: 'Rechnungsanschrift, Lieferanschrift und Netz weisen in verschiedene Länder',
            fr: 'Facturation, livraison et réseau indiquent des pays différents',
        },
        expression: 'billingShippingDistance >= 3 || networkBillingCountryDiffers > 0',
        points: 1.2,
        atLeast: null,
    },
    {
        code: 'throw-away-mail',
        name: {
            en: 'Throw-away e-mail address',
            de: 'Wegwerf-E-Mail-Adresse',
            fr: 'Adresse e-mail jetable',
        },
        expression: 'disposableMail > 0',
        points: 2,
        atLeast: null,
    },
    {
        code: 'gift-cards',
        name: {
            en: 'Mostly gift cards, by a new customer',
            de: 'Überwiegend Geschenkkarten, von einem neuen Kunden',
            fr: 'Surtout des cartes cadeaux, par un nouveau client',
        },
        expression: 'giftCardShare > 0.5 && ordersBefore == 0.0',
        points: 2,
        atLeast: null,
    },
    {
        code: 'coupon-ring',
        name: {
            en: 'The same coupon used again and again at one address or device',
            de: 'Derselbe Gutschein immer wieder an einer Anschrift oder einem Gerät',
            fr: 'Le même coupon utilisé à répétition à une adresse ou sur un appareil',
        },
        expression:
            'couponUsesByAddress7d >= 3 || couponUsesByDevice7d >= 2 || (couponCount > 0 && emailsByAddress7d >= 5)',
        points: 3,
        atLeast: 'review',
    },
    {
        code: 'good-customer',
        name: {
            en: 'Long-standing customer on a known device',
            de: 'Langjähriger Kunde auf bekanntem Gerät',
            fr: 'Client de longue date sur un appareil connu',
        },
        expression: 'ordersBefore >= 3 && accountAgeDays > 90 && newDeviceForAccount < 1',
        points: -1.5,
        atLeast: null,
    },
];
