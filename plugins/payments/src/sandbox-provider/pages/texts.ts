import type { CardBehaviour } from '../test-means';
import type { CardProblem } from './card-form';

/** What the pages say. */
export interface Texts {
    readonly startTitle: string;
    readonly cardTitle: string;
    readonly pay: (shop: string) => string;
    readonly notReal: string;
    readonly number: string;
    readonly expiry: string;
    readonly expiryHint: string;
    readonly code: string;
    readonly submit: (amount: string) => string;
    readonly back: string;
    readonly testCards: string;
    readonly testCardsHint: string;
    readonly outcomes: Readonly<Record<CardBehaviour, string>>;
    readonly problems: Readonly<Record<CardProblem, string>>;
    readonly challengeTitle: string;
    readonly challenge: (amount: string, card: string) => string;
    readonly complete: string;
    readonly fail: string;
    readonly over: string;
}

const en: Texts = {
    startTitle: 'Sandbox payment provider',
    cardTitle: 'Card details',
    pay: shop => `Payment to ${shop}`,
    notReal: 'Test system: no money moves. Never enter a real card.',
    number: 'Card number',
    expiry: 'Expiry date',
    expiryHint: 'MM / YY',
    code: 'Security code',
    submit: amount => `Continue with ${amount}`,
    back: 'Back to the shop',
    testCards: 'Test cards',
    testCardsHint: 'Any date in the future and any security code will do.',
    outcomes: {
        ok: 'is accepted',
        '3ds': 'asks for 3-D Secure',
        decline: 'is declined',
        insufficient_funds: 'is declined: not enough money',
        expired_card: 'is declined: expired',
    },
    problems: {
        number: 'This is not a card number. Check its digits.',
        notATestCard: 'Only the test cards below work here.',
        expiry: 'Enter month and year, such as 12 / 30.',
        expired: 'This card has expired.',
        code: 'Enter the 3 or 4 digits.',
    },
    challengeTitle: 'Confirm your payment',
    challenge: (amount, card) => `Your bank asks you to confirm ${amount} with the card ending in ${card}.`,
    complete: 'Confirm payment',
    fail: 'Refuse',
    over: 'Nothing is left to confirm. You can close this page.',
};

const de: Texts = {
    startTitle: 'Zahlungsdienst zum Ausprobieren',
    cardTitle: 'Kartendaten',
    pay: shop => `Zahlung an ${shop}`,
    notReal: 'Testsystem: Es fließt kein Geld. Geben Sie nie eine echte Karte ein.',
    number: 'Kartennummer',
    expiry: 'Gültig bis',
    expiryHint: 'MM / JJ',
    code: 'Prüfziffer',
    submit: amount => `Weiter mit ${amount}`,
    back: 'Zurück zum Shop',
    testCards: 'Testkarten',
    testCardsHint: 'Jedes Datum in der Zukunft und jede Prüfziffer sind recht.',
    outcomes: {
        ok: 'wird angenommen',
        '3ds': 'verlangt 3-D Secure',
        decline: 'wird abgelehnt',
        insufficient_funds: 'wird abgelehnt: Deckung fehlt',
        expired_card: 'wird abgelehnt: abgelaufen',
    },
    problems: {
        number: 'Das ist keine Kartennummer. Prüfen Sie die Ziffern.',
        notATestCard: 'Hier gelten nur die Testkarten unten.',
        expiry: 'Geben Sie Monat und Jahr ein, etwa 12 / 30.',
        expired: 'Diese Karte ist abgelaufen.',
        code: 'Geben Sie die 3 oder 4 Ziffern ein.',
    },
    challengeTitle: 'Zahlung bestätigen',
    challenge: (amount, card) =>
        `Ihre Bank bittet Sie, ${amount} mit der Karte zu bestätigen, die auf ${card} endet.`,
    complete: 'Zahlung bestätigen',
    fail: 'Ablehnen',
    over: 'Es gibt nichts mehr zu bestätigen. Sie können diese Seite schließen.',
};

const fr: Texts = {
    startTitle: 'Prestataire de paiement de test',
    cardTitle: 'Carte bancaire',
    pay: shop => `Paiement à ${shop}`,
    notReal: 'Système de test : aucun argent ne circule. Ne saisissez jamais une vraie carte.',
    number: 'Numéro de carte',
    expiry: 'Date d’expiration',
    expiryHint: 'MM / AA',
    code: 'Cryptogramme',
    submit: amount => `Continuer avec ${amount}`,
    back: 'Retour à la boutique',
    testCards: 'Cartes de test',
    testCardsHint: 'N’importe quelle date future et n’importe quel cryptogramme conviennent.',
    outcomes: {
        ok: 'est acceptée',
        '3ds': 'demande 3-D Secure',
        decline: 'est refusée',
        insufficient_funds: 'est refusée : provision insuffisante',
        expired_card: 'est refusée : expirée',
    },
    problems: {
        number: 'Ce n’est pas un numéro de carte. Vérifiez les chiffres.',
        notATestCard: 'Seules les cartes de test ci-dessous fonctionnent ici.',
        expiry: 'Saisissez le mois et l’année, par exemple 12 / 30.',
        expired: 'Cette carte a expiré.',
        code: 'Saisissez les 3 ou 4 chiffres.',
    },
    challengeTitle: 'Confirmez votre paiement',
    challenge: (amount, card) =>
        `Votre banque vous demande de confirmer ${amount} avec la carte se terminant par ${card}.`,
    complete: 'Confirmer le paiement',
    fail: 'Refuser',
    over: 'Il n’y a plus rien à confirmer. Vous pouvez fermer cette page.',
};

const TEXTS: Readonly<Record<string, Texts>> = { en, de, fr };

/** @param language - BCP 47. @returns English where the language is not known. */
export function textsFor(language: string): { readonly lang: string; readonly texts: Texts } {
    const lang = language.toLowerCase().split(/[-_]/)[0] ?? 'en';
    const texts = Object.hasOwn(TEXTS, lang) ? TEXTS[lang] : undefined;
    return texts ? { lang, texts } : { lang: 'en', texts: en };
}
