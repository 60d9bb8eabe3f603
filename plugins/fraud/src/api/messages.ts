/** What people are told, by language. Shoppers are given no reason: it would teach those who try stolen cards. */
export const messages = {
    en: {
        message: {
            'efi-fraud-not-accepted':
                'The payment was not accepted, and you are not charged. Please try another way to pay, or ask us to look at it',
            'efi-fraud-under-review': 'The order is under review; first decide whether to accept it',
        },
    },
    de: {
        message: {
            'efi-fraud-not-accepted':
                'Die Zahlung wurde nicht angenommen, Ihnen wird nichts berechnet. Bitte wählen Sie eine andere Zahlungsart oder bitten Sie uns, den Fall anzusehen',
            'efi-fraud-under-review':
                'Die Bestellung wird geprüft; entscheiden Sie zuerst, ob Sie sie annehmen',
        },
    },
    fr: {
        message: {
            'efi-fraud-not-accepted':
                'Le paiement n’a pas été accepté et rien ne vous est facturé. Veuillez essayer un autre moyen de paiement ou nous demander d’examiner votre cas',
            'efi-fraud-under-review':
                'La commande est en cours de vérification ; décidez d’abord si vous l’acceptez',
        },
    },
} as const;
