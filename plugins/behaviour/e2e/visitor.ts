import type { TestShop } from '@efi/plugin-kit/testing';

const browser =
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36';

interface Answer {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: readonly { readonly message: string }[];
}

/** Somebody with a browser: keeps a session, and declares what they agree to. */
export class Visitor {
    private token: string | undefined;

    constructor(
        private readonly shop: TestShop,
        /** The header `efi-visit`. */
        readonly visit: string,
        /** What the header `efi-consent` says. */
        public consent = '',
        private readonly headers: Readonly<Record<string, string>> = {},
    ) {}

    async ask(query: string): Promise<Answer> {
        const { port, shopApiPath } = this.shop.config.apiOptions;
        const response = await fetch(`http://localhost:${port}/${shopApiPath}`, {
            method: 'POST',
            headers: {
                'content-type': 'application/json',
                'user-agent': browser,
                'efi-visit': this.visit,
                'efi-consent': this.consent,
                ...(this.token && { authorization: `Bearer ${this.token}` }),
                ...this.headers,
            },
            body: JSON.stringify({ query }),
        });
        this.token = response.headers.get('vendure-auth-token') ?? this.token;
        return (await response.json()) as Answer;
    }

    /** @param acts - As GraphQL writes them. */
    async report(acts: string): Promise<unknown> {
        const { data, errors } = await this.ask(`mutation { recordEfiBehaviour(input: [${acts}]) }`);
        return errors?.[0]?.message ?? data?.['recordEfiBehaviour'];
    }

    async view(productId: number): Promise<unknown> {
        return this.report(`{ productViewed: { productId: "T_${productId}" } }`);
    }

    async signIn(emailAddress: string): Promise<void> {
        await this.ask(`mutation { login(username: "${emailAddress}", password: "test") { __typename } }`);
    }

    async addToCart(variantId: number, quantity = 1): Promise<void> {
        await this.ask(
            `mutation { addItemToOrder(productVariantId: "T_${variantId}", quantity: ${quantity}) { __typename } }`,
        );
    }

    /** @param purposes - As GraphQL writes them. */
    async declare(purposes: string): Promise<unknown> {
        const { data } = await this.ask(
            `mutation { declareEfiConsent(purposes: [${purposes}]) { purposes } }`,
        );
        return data?.['declareEfiConsent'];
    }
}
