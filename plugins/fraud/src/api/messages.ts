/** What people are told, by language. Shoppers are given no reason: it would teach those who try stolen cards. */
export const messages = {
    en: {
        message: {
            'efi-fraud-not-accepted':
                'The payment was not accepted, and you are not charged. Please try another way to pay, or ask us to look at it',
            'efi-fraud-under-review': 'The order is under review; first decide whether to accept it',
            'efi-fraud-appeal-nothing-to-appeal': 'There is no refusal of this order that could be appealed',
            'efi-fraud-appeal-appealed-already': 'We have your request and will look at it',
            'efi-fraud-appeal-text-missing': 'Please tell us what happened',
            'efi-fraud-appeal-text-too-long': 'Please use at most 2000 characters',
            'efi-fraud-review-not-found': 'There is no such decision',
            'efi-fraud-review-not-open': 'Somebody has decided about this order already',
            'efi-fraud-review-same-person': 'This amount needs a second person: you have accepted it already',
            'efi-fraud-policy-thresholds-not-in-order': 'Step-up comes first, then review, then block',
            'efi-fraud-policy-out-of-range':
                'Scores are whole numbers from 1 to 100, amounts are not negative, and a review has at least one hour',
            'efi-fraud-rule-code': 'The code is lower case with hyphens, at most 60 characters',
            'efi-fraud-rule-name': 'The rule needs a name of at most 200 characters',
            'efi-fraud-rule-points': 'Points are between -10 and 10',
            'efi-fraud-rule-expression': 'The expression can not be used',
            'efi-fraud-model-reason-missing': 'Give a reason, for those who look at this later',
            'efi-fraud-model-not-to-be-had':
                'This model is in place already, or its numbers are no longer kept',
        },
    },
    de: {
        message: {
            'efi-fraud-not-accepted':
                'Die Zahlung wurde nicht angenommen, Ihnen wird nichts berechnet. Bitte wählen Sie eine andere Zahlungsart oder bitten Sie uns, den Fall anzusehen',
            'efi-fraud-under-review':
                'Die Bestellung wird geprüft; entscheiden Sie zuerst, ob Sie sie annehmen',
            'efi-fraud-appeal-nothing-to-appeal':
                'Zu dieser Bestellung gibt es keine Ablehnung, der widersprochen werden kann',
            'efi-fraud-appeal-appealed-already': 'Ihre Anfrage liegt uns vor, wir sehen sie an',
            'efi-fraud-appeal-text-missing': 'Bitte schreiben Sie uns, was passiert ist',
            'efi-fraud-appeal-text-too-long': 'Bitte höchstens 2000 Zeichen',
            'efi-fraud-review-not-found': 'Diese Entscheidung gibt es nicht',
            'efi-fraud-review-not-open': 'Über diese Bestellung hat schon jemand entschieden',
            'efi-fraud-review-same-person':
                'Dieser Betrag braucht eine zweite Person: Sie haben schon zugestimmt',
            'efi-fraud-policy-thresholds-not-in-order':
                'Erst die Bestätigung, dann die Prüfung, dann die Sperre',
            'efi-fraud-policy-out-of-range':
                'Punkte sind ganze Zahlen von 1 bis 100, Beträge nicht negativ, und eine Prüfung hat mindestens eine Stunde',
            'efi-fraud-rule-code':
                'Der Code besteht aus Kleinbuchstaben mit Bindestrichen, höchstens 60 Zeichen',
            'efi-fraud-rule-name': 'Die Regel braucht einen Namen mit höchstens 200 Zeichen',
            'efi-fraud-rule-points': 'Punkte liegen zwischen -10 und 10',
            'efi-fraud-rule-expression': 'Der Ausdruck ist nicht verwendbar',
            'efi-fraud-model-reason-missing': 'Geben Sie einen Grund an, für alle, die das später ansehen',
            'efi-fraud-model-not-to-be-had':
                'Dieses Modell ist schon im Einsatz, oder seine Zahlen sind nicht mehr da',
        },
    },
    fr: {
        message: {
            'efi-fraud-not-accepted':
                'Le paiement n’a pas été accepté et rien ne vous est facturé. Veuillez essayer un autre moyen de paiement ou nous demander d’examiner votre cas',
            'efi-fraud-under-review':
                'La commande est en cours de vérification ; décidez d’abord si vous l’acceptez',
            'efi-fraud-appeal-nothing-to-appeal': 'Il n’y a pas de refus de cette commande à contester',
            'efi-fraud-appeal-appealed-already': 'Nous avons reçu votre demande et allons l’examiner',
            'efi-fraud-appeal-text-missing': 'Veuillez nous dire ce qui s’est passé',
            'efi-fraud-appeal-text-too-long': '2000 caractères au maximum',
            'efi-fraud-review-not-found': 'Cette décision n’existe pas',
            'efi-fraud-review-not-open': 'Quelqu’un a déjà décidé de cette commande',
            'efi-fraud-review-same-person':
                'Ce montant demande une seconde personne : vous l’avez déjà accepté',
            'efi-fraud-policy-thresholds-not-in-order':
                'D’abord la confirmation, puis la vérification, puis le blocage',
            'efi-fraud-policy-out-of-range':
                'Les scores sont des entiers de 1 à 100, les montants ne sont pas négatifs et une vérification dure au moins une heure',
            'efi-fraud-rule-code': 'Le code est en minuscules avec des traits d’union, 60 caractères au plus',
            'efi-fraud-rule-name': 'La règle demande un nom de 200 caractères au plus',
            'efi-fraud-rule-points': 'Les points sont compris entre -10 et 10',
            'efi-fraud-rule-expression': 'L’expression ne peut pas être utilisée',
            'efi-fraud-model-reason-missing': 'Donnez une raison, pour ceux qui regarderont cela plus tard',
            'efi-fraud-model-not-to-be-had':
                'Ce modèle est déjà en service, ou ses chiffres ne sont plus conservés',
        },
    },
} as const;
