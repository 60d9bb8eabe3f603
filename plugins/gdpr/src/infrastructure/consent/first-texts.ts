/** What the shop asks from its first day on, until staff publish texts of their own. */
export const firstTexts = [
    {
        purpose: 'analytics',
        languageCode: 'en',
        title: 'Statistics',
        text: 'What is viewed, searched and bought in a visit, under a random number. It shows us what to improve.',
    },
    {
        purpose: 'personalisation',
        languageCode: 'en',
        title: 'Recommendations for you',
        text: 'What you view and buy while you are signed in decides what we recommend to you.',
    },
    {
        purpose: 'analytics',
        languageCode: 'de',
        title: 'Statistik',
        text: 'Was bei einem Besuch angesehen, gesucht und gekauft wird, unter einer zufälligen Nummer. Es zeigt uns, was wir verbessern können.',
    },
    {
        purpose: 'personalisation',
        languageCode: 'de',
        title: 'Empfehlungen für Sie',
        text: 'Was Sie angemeldet ansehen und kaufen, entscheidet darüber, was wir Ihnen empfehlen.',
    },
    {
        purpose: 'analytics',
        languageCode: 'fr',
        title: 'Statistiques',
        text: 'Ce qui est vu, cherché et acheté pendant une visite, sous un numéro aléatoire. Cela nous montre ce qu’il faut améliorer.',
    },
    {
        purpose: 'personalisation',
        languageCode: 'fr',
        title: 'Recommandations pour vous',
        text: 'Ce que vous regardez et achetez en étant connecté décide de ce que nous vous recommandons.',
    },
] as const;
