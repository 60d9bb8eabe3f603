/** By language. Vendure falls back to English. */
export const serverBusyMessages = {
    en: {
        'efi-server-busy':
            'Very many people are shopping right now. Nothing was changed; please try again in a moment.',
    },
    de: {
        'efi-server-busy':
            'Gerade kaufen sehr viele Menschen ein. Es wurde nichts geändert; bitte gleich noch einmal versuchen.',
    },
    fr: {
        'efi-server-busy':
            'Énormément de personnes achètent en ce moment. Rien n’a été modifié ; veuillez réessayer dans un instant.',
    },
} as const;
