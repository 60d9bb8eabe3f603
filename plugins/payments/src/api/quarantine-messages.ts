/** What administrators are told when a decision about a payment in quarantine is not possible, by language. */
export const quarantineMessages = {
    en: {
        errorResult: {
            'efi-quarantine-not-quarantined': 'The payment is not in quarantine, its state is: { detail }',
            'efi-quarantine-order-has-it': 'Order { detail } has this payment: refund or cancel it there',
            'efi-quarantine-other-currency':
                'The money is in { detail }, which is not the currency of the order',
            'efi-quarantine-no-money': 'The provider neither holds nor took any money',
            'efi-quarantine-changed-meanwhile': 'The payment changed while you decided. Look at it again',
            'efi-quarantine-another-is-open':
                'The order has another payment under way. Decide again once that one has ended',
        },
    },
    de: {
        errorResult: {
            'efi-quarantine-not-quarantined':
                'Die Zahlung ist nicht in Quarantäne, ihr Zustand ist: { detail }',
            'efi-quarantine-order-has-it':
                'Die Bestellung { detail } hat diese Zahlung: erstatten oder stornieren Sie dort',
            'efi-quarantine-other-currency':
                'Das Geld ist in { detail }, und das ist nicht die Währung der Bestellung',
            'efi-quarantine-no-money': 'Der Anbieter hat weder Geld zurückgelegt noch eingezogen',
            'efi-quarantine-changed-meanwhile':
                'Die Zahlung hat sich inzwischen geändert. Sehen Sie sie noch einmal an',
            'efi-quarantine-another-is-open':
                'Für die Bestellung läuft eine andere Zahlung. Entscheiden Sie, wenn diese zu Ende ist',
        },
    },
    fr: {
        errorResult: {
            'efi-quarantine-not-quarantined':
                'Le paiement n’est pas en quarantaine, son état est : { detail }',
            'efi-quarantine-order-has-it':
                'La commande { detail } contient ce paiement : remboursez-le ou annulez-le là-bas',
            'efi-quarantine-other-currency':
                'L’argent est en { detail }, ce qui n’est pas la devise de la commande',
            'efi-quarantine-no-money': 'Le prestataire n’a ni réservé ni encaissé d’argent',
            'efi-quarantine-changed-meanwhile':
                'Le paiement a changé pendant que vous décidiez. Examinez-le de nouveau',
            'efi-quarantine-another-is-open':
                'La commande a un autre paiement en cours. Décidez une fois celui-ci terminé',
        },
    },
} as const;
