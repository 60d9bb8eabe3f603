import { createHash, hkdfSync } from 'node:crypto';
import type { KeySchedule } from './domain/key-ring';

/** Tokens for shoppers and staff. */
export interface TokensOptions {
    /**
     * At least 32 characters, the same on every server. Encrypts the signing keys in the database, and binds tokens to
     * their sessions: with another secret, all tokens end and new signing keys are made.
     */
    secret: string;
    /**
     * Who issues the tokens, as their `iss` says: the address of the server, such as `https://api.example.com`.
     */
    issuer: string;
    /**
     * For how many minutes an access token is good.
     *
     * @default 15
     */
    accessMinutes?: number;
    /**
     * For how many days a refresh token is good. Each use replaces it with one that is good for as long again, within
     * the life of Vendure's session (`authOptions.sessionDuration`).
     *
     * @default 7
     */
    refreshDays?: number;
    /**
     * For how many days a key signs before the next one does. A key is published a day ahead, and for an hour more
     * than the last access token that it signed.
     *
     * @default 30
     */
    rotateKeysDays?: number;
}

/** The options with what follows from them. Durations in milliseconds. */
export interface TokenSettings {
    readonly issuer: string;
    readonly accessLife: number;
    readonly refreshLife: number;
    readonly keys: KeySchedule;
    /** 32 bytes each, for one use each. */
    readonly secrets: { readonly keys: Buffer; readonly sessions: Buffer; readonly refresh: Buffer };
}

export const TOKEN_SETTINGS = Symbol('TOKEN_SETTINGS');

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** @throws Error that names an option whose value makes no sense. */
export function tokenSettings(options: TokensOptions): TokenSettings {
    const { secret, issuer, accessMinutes = 15, refreshDays = 7, rotateKeysDays = 30 } = options;
    if (secret.length < 32) {
        throw new Error('AuthPlugin: tokens.secret has to have at least 32 characters');
    }
    for (const [name, value] of Object.entries({ accessMinutes, refreshDays, rotateKeysDays })) {
        if (!(value > 0)) {
            throw new Error(`AuthPlugin: tokens.${name} is ${value}, and has to be more than 0`);
        }
    }
    const accessLife = accessMinutes * MINUTE;
    return {
        issuer,
        accessLife,
        refreshLife: refreshDays * DAY,
        keys: { rotateAfter: rotateKeysDays * DAY, publishAhead: DAY, keepAfter: accessLife + 60 * MINUTE },
        secrets: {
            keys: derive(secret, 'signing keys'),
            sessions: derive(secret, 'sessions'),
            refresh: derive(secret, 'refresh tokens'),
        },
    };
}

/** HKDF (RFC 5869): one use of the secret tells nothing of another. */
function derive(secret: string, use: string): Buffer {
    return Buffer.from(hkdfSync('sha256', secret, 'efi-auth', use, 32));
}

/** SHA-256, as hex: what is kept of a secret that has enough randomness of its own. */
export function hashOf(secret: string): string {
    return createHash('sha256').update(secret).digest('hex');
}
