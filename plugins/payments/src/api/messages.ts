/** What shoppers are told, by language. `errorResult` holds the messages of the error results. */
export const messages = {
    en: {
        errorResult: {
            EFI_PAYMENT_ACTION_REQUIRED_ERROR: 'Please confirm the payment with your bank or payment service',
            EFI_PAYMENT_PENDING_ERROR:
                'Your payment is being checked. Please do not pay again; we will tell you how it turns out',
        },
        message: {
            'efi-order-is-being-paid': 'The order is being paid at this moment and cannot be changed',
            'efi-payment-returned':
                'The order could not take your payment. You are not charged; money that was held is released',
            'efi-payment-failed':
                'The payment could not be made, and you are not charged. Please try again, or choose another way to pay',
        },
    },
    de: {
        errorResult: {
            EFI_PAYMENT_ACTION_REQUIRED_ERROR:
                'Bitte bestätigen Sie die Zahlung bei Ihrer Bank oder Ihrem Zahlungsdienst',
            EFI_PAYMENT_PENDING_ERROR:
                'Ihre Zahlung wird geprüft. Bitte zahlen Sie nicht noch einmal; wir sagen Ihnen, wie sie ausgeht',
        },
        message: {
            'efi-order-is-being-paid':
                'Die Bestellung wird gerade bezahlt und kann jetzt nicht geändert werden',
            'efi-payment-returned':
                'Die Bestellung konnte Ihre Zahlung nicht annehmen. Ihnen wird nichts berechnet; zurückgelegtes Geld wird freigegeben',
            'efi-payment-failed':
                'Die Zahlung ist nicht zustande gekommen, Ihnen wird nichts berechnet. Bitte versuchen Sie es noch einmal oder wählen Sie eine andere Zahlungsart',
        },
    },
    fr: {
        errorResult: {
            EFI_PAYMENT_ACTION_REQUIRED_ERROR:
                'Veuillez confirmer le paiement auprès de votre banque ou de votre service de paiement',
            EFI_PAYMENT_PENDING_ERROR:
                'Votre paiement est en cours de vérification. Veuillez ne pas payer une seconde fois ; nous vous informerons du résultat',
        },
        message: {
            'efi-order-is-being-paid': 'La commande est en cours de paiement et ne peut pas être modifiée',
            'efi-payment-returned':
                'La commande n’a pas pu accepter votre paiement. Rien ne vous est facturé ; l’argent réservé est libéré',
            'efi-payment-failed':
                'Le paiement n’a pas pu être effectué et rien ne vous est facturé. Veuillez réessayer ou choisir un autre moyen de paiement',
        },
    },
} as const;
