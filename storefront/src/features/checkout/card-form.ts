/** A card form of a provider's in our page. Its fields belong to the provider: the shop never sees what is typed. */
export interface CardForm {
    /**
     * Checks what was typed and gives it to the provider.
     *
     * @returns What stands for it, or what to tell the shopper.
     */
    createToken(): Promise<{ readonly ok: true; readonly token: string } | Problem>;
    /** Lets the shopper confirm a payment that the provider asks about. */
    confirm(clientSecret: string): Promise<Confirmed>;
    /** After the total or the wish to save the card changed. */
    update(terms: Pick<CardFormTerms, 'amount' | 'currency' | 'save'>): void;
    close(): void;
}

export type Confirmed = { readonly ok: true } | Problem;

interface Problem {
    readonly ok: false;
    /** In the shopper's language; absent when the provider has no words for them. */
    readonly message: string | undefined;
}

export interface CardFormTerms {
    readonly publishableKey: string;
    /** Minor units. */
    readonly amount: number;
    /** ISO 4217. */
    readonly currency: string;
    /** Whether the provider is to keep the card for the customer's next orders. */
    readonly save: boolean;
    readonly language: string;
}
