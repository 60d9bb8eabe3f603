import { hkdfSync } from 'node:crypto';

/** A second factor for staff. */
export interface SecondFactorOptions {
    /**
     * At least 32 characters, the same on every server. Encrypts what authenticator apps share with the server: with
     * another secret, nobody who uses a second factor gets in.
     */
    secret: string;
    /** What the apps show next to the account: the shop's name. */
    name: string;
    /**
     * For how many minutes a code is enough for dangerous acts, such as making administrators and roles.
     *
     * @default 15
     */
    freshMinutes?: number;
}

export interface SecondFactorSettings {
    readonly name: string;
    /** Milliseconds. */
    readonly freshFor: number;
    /** 32 bytes each, for one use each. */
    readonly secrets: { readonly shared: Buffer; readonly recovery: Buffer };
}

export const SECOND_FACTOR_SETTINGS = Symbol('SECOND_FACTOR_SETTINGS');

/** @throws Error that names an option whose value makes no sense. */
export function secondFactorSettings(options: SecondFactorOptions): SecondFactorSettings {
    const { secret, name, freshMinutes = 15 } = options;
    if (secret.length < 32) {
        throw new Error('AuthPlugin: secondFactor.secret has to have at least 32 characters');
    }
    if (!(freshMinutes > 0)) {
        throw new Error(
            `AuthPlugin: secondFactor.freshMinutes is ${freshMinutes}, and has to be more than 0`,
        );
    }
    return {
        name,
        freshFor: freshMinutes * 60_000,
        secrets: {
            shared: derive(secret, 'second factor'),
            recovery: derive(secret, 'recovery codes'),
        },
    };
}

/** HKDF (RFC 5869): one use of the secret tells nothing of another. */
function derive(secret: string, use: string): Buffer {
    return Buffer.from(hkdfSync('sha256', secret, 'efi-auth', use, 32));
}
