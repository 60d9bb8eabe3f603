/** What the APIs say when something was not done, by language. */
export const messages = {
    en: {
        message: {
            'efi-privacy-NOT_A_CUSTOMER': 'Sign in with a customer’s account.',
            'efi-privacy-WRONG_PASSWORD': 'The password is wrong.',
            'efi-privacy-SIGN_IN_AGAIN': 'Sign in again, and ask within ten minutes.',
            'efi-privacy-OPEN_ALREADY': 'There is a request of this kind that is not over.',
            'efi-privacy-NOTE_TOO_LONG': 'The note may have 2000 characters at the most.',
            'efi-privacy-TOO_LATE': 'The request was begun or is over.',
            'efi-privacy-NO_SUCH_CUSTOMER': 'There is no such customer.',
            'efi-privacy-NOT_IN_THIS_STATE': 'The state of the request does not allow it.',
            'efi-privacy-REASON_MISSING': 'Give a reason.',
            'efi-privacy-NO_SUCH_PART': 'Name parts of the record of processing.',
            'efi-privacy-UNTIL_IS_PAST': 'The hold must end in the future.',
        },
    },
    de: {
        message: {
            'efi-privacy-NOT_A_CUSTOMER': 'Melden Sie sich mit einem Kundenkonto an.',
            'efi-privacy-WRONG_PASSWORD': 'Das Passwort ist falsch.',
            'efi-privacy-SIGN_IN_AGAIN': 'Melden Sie sich neu an und fragen Sie innerhalb von zehn Minuten.',
            'efi-privacy-OPEN_ALREADY': 'Es gibt schon eine offene Anfrage dieser Art.',
            'efi-privacy-NOTE_TOO_LONG': 'Die Nachricht darf höchstens 2000 Zeichen haben.',
            'efi-privacy-TOO_LATE': 'Die Anfrage ist schon in Arbeit oder beendet.',
            'efi-privacy-NO_SUCH_CUSTOMER': 'Diese Kundin oder diesen Kunden gibt es nicht.',
            'efi-privacy-NOT_IN_THIS_STATE': 'Der Stand der Anfrage lässt das nicht zu.',
            'efi-privacy-REASON_MISSING': 'Geben Sie einen Grund an.',
            'efi-privacy-NO_SUCH_PART': 'Nennen Sie Teile des Verarbeitungsverzeichnisses.',
            'efi-privacy-UNTIL_IS_PAST': 'Die Sperre muss in der Zukunft enden.',
        },
    },
    fr: {
        message: {
            'efi-privacy-NOT_A_CUSTOMER': 'Connectez-vous avec un compte client.',
            'efi-privacy-WRONG_PASSWORD': 'Le mot de passe est incorrect.',
            'efi-privacy-SIGN_IN_AGAIN': 'Reconnectez-vous, puis faites la demande dans les dix minutes.',
            'efi-privacy-OPEN_ALREADY': 'Une demande de ce type est déjà en cours.',
            'efi-privacy-NOTE_TOO_LONG': 'Le message peut compter 2000 caractères au plus.',
            'efi-privacy-TOO_LATE': 'La demande est déjà en traitement ou terminée.',
            'efi-privacy-NO_SUCH_CUSTOMER': 'Ce client n’existe pas.',
            'efi-privacy-NOT_IN_THIS_STATE': 'L’état de la demande ne le permet pas.',
            'efi-privacy-REASON_MISSING': 'Indiquez une raison.',
            'efi-privacy-NO_SUCH_PART': 'Nommez des parties du registre des traitements.',
            'efi-privacy-UNTIL_IS_PAST': 'La conservation doit prendre fin dans l’avenir.',
        },
    },
} as const;
