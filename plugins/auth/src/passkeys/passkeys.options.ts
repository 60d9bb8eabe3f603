import type { Audience } from '../tokens/domain/audience';
import { type RelyingParty, relyingParty } from './domain/relying-party';

/** Where passkeys of one kind of account are used. */
export interface RelyingPartyOptions {
    /** Addresses of the pages that ask for a passkey: `https:`, or `http:` on `localhost`. */
    origins: readonly [string, ...string[]];
    /**
     * The domain that passkeys are made for (RP ID): that of the pages, or one above it. Passkeys are lost when it
     * changes.
     *
     * @default the host of the first origin
     */
    rpId?: string;
}

/** Sign-in by passkey (WebAuthn), without a name and a password. */
export interface PasskeysOptions {
    /** What browsers show next to a passkey: the shop's name. */
    name: string;
    /**
     * For shoppers, on the storefront's pages.
     *
     * @default none: shoppers have no passkeys
     */
    shop?: RelyingPartyOptions;
    /**
     * For staff, on the Dashboard's pages.
     *
     * @default none: staff have no passkeys
     */
    admin?: RelyingPartyOptions;
}

export interface PasskeySettings {
    readonly name: string;
    readonly parties: Readonly<Partial<Record<Audience, RelyingParty>>>;
}

export const PASSKEY_SETTINGS = Symbol('PASSKEY_SETTINGS');

/** @throws Error that names an option whose value makes no sense. */
export function passkeySettings({ name, shop, admin }: PasskeysOptions): PasskeySettings {
    return {
        name,
        parties: {
            ...(shop ? { shop: checked('shop', shop) } : {}),
            ...(admin ? { admin: checked('admin', admin) } : {}),
        },
    };
}

function checked(audience: Audience, { origins, rpId }: RelyingPartyOptions): RelyingParty {
    const party = relyingParty(origins, rpId);
    if ('fault' in party) {
        throw new Error(`AuthPlugin: passkeys.${audience}: ${party.fault}`);
    }
    return party;
}
