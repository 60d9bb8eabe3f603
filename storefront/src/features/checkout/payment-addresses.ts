/** Where the provider sends the shopper back to. The state ties the visit to the attempt that this browser began. */
export function returnAddress(storefrontUrl: string, locale: string, state: string): string {
    return `${storefrontUrl}/${locale}/checkout/return?state=${state}`;
}

interface HostedPageVisit {
    /** Minor units. */
    readonly amount: number;
    readonly currency: string;
    readonly language: string;
    readonly returnUrl: string;
}

/** The provider's own page that takes a card and hands out a token for it. */
export function hostedPageAddress(page: string, visit: HostedPageVisit): string {
    const url = new URL(page);
    url.searchParams.set('amount', String(visit.amount));
    url.searchParams.set('currency', visit.currency);
    url.searchParams.set('lang', visit.language);
    url.searchParams.set('return_url', visit.returnUrl);
    return url.toString();
}
