import { Inject, Injectable } from '@nestjs/common';
import { Logger, TransactionalConnection } from '@vendure/core';
import { calculateJwkThumbprint, type CryptoKey, importJWK, type JWK } from 'jose';
import { createPrivateKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { In } from 'typeorm';
import { keyRing } from '../domain/key-ring';
import { TOKEN_SETTINGS, type TokenSettings } from '../tokens.options';
import { EfiAuthSigningKey } from './entities/signing-key.entity';
import { loggerContext } from './logger-context';
import { seal, unseal } from './sealed-box';

/** How long, in milliseconds, a server goes by the keys that it read. */
const KNOWN_FOR = 60_000;
/** And for at least how long, when a token names a key that it does not know: guesses must not cost queries. */
const KNOWN_AT_LEAST = 5_000;
/** Of the advisory lock under which a key is made. */
const LOCK = 0x6566_6b79;

interface KnownKeys {
    readonly readAt: number;
    readonly signing: { readonly kid: string; readonly key: KeyObject } | undefined;
    readonly verifying: ReadonlyMap<string, CryptoKey | Uint8Array>;
    readonly published: readonly JWK[];
}

const makeKeyPair = promisify(generateKeyPair);

/** The keys that access tokens are signed with: in PostgreSQL, the same for all servers. */
@Injectable()
export class SigningKeys {
    private known?: KnownKeys;
    private reading?: Promise<KnownKeys>;

    constructor(
        private readonly connection: TransactionalConnection,
        @Inject(TOKEN_SETTINGS) private readonly settings: TokenSettings,
    ) {}

    /** The key to sign with. The first one is made when it is asked for. */
    async signing(): Promise<{ readonly kid: string; readonly key: KeyObject }> {
        const { signing } = await this.read(KNOWN_FOR);
        if (signing) {
            return signing;
        }
        await this.rotate();
        await this.reading?.catch(() => undefined);
        const made = await this.read(0);
        if (!made.signing) {
            throw new Error('There is no key to sign tokens with');
        }
        return made.signing;
    }

    /** The key that a token names; nothing where there is no such key, or no longer. */
    async verifying(kid: string): Promise<CryptoKey | Uint8Array | undefined> {
        const { verifying } = await this.read(KNOWN_FOR);
        return verifying.get(kid) ?? (await this.read(KNOWN_AT_LEAST)).verifying.get(kid);
    }

    /** A JSON Web Key Set (RFC 7517) with whatever checks tokens, now and soon. */
    async published(): Promise<{ readonly keys: readonly JWK[] }> {
        return { keys: (await this.read(KNOWN_FOR)).published };
    }

    /** Makes the next key when it is due, and forgets those that nothing needs any more. Safe to call at any time. */
    async rotate(now = new Date()): Promise<{ readonly made: number; readonly forgotten: number }> {
        return this.connection.rawConnection.transaction(async manager => {
            await manager.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
            const keys = await manager.find(EfiAuthSigningKey);
            const ours = keys.filter(key => this.privateKeyOf(key));
            const { isNextDue } = keyRing(ours, now, this.settings.keys);
            const { outlived } = keyRing(keys, now, this.settings.keys);
            if (isNextDue) {
                await manager.insert(EfiAuthSigningKey, await this.makeKey(now));
                Logger.info('Made a new key to sign tokens with', loggerContext);
            }
            if (outlived.length > 0) {
                await manager.delete(EfiAuthSigningKey, { kid: In(outlived.map(({ kid }) => kid)) });
            }
            return { made: isNextDue ? 1 : 0, forgotten: outlived.length };
        });
    }

    private async makeKey(createdAt: Date): Promise<EfiAuthSigningKey> {
        const { publicKey, privateKey } = await makeKeyPair('rsa', { modulusLength: 2048 });
        const { kty, n, e } = publicKey.export({ format: 'jwk' });
        const bare = { kty: kty ?? 'RSA', n: n ?? '', e: e ?? '' };
        const kid = await calculateJwkThumbprint(bare);
        const plain = privateKey.export({ format: 'der', type: 'pkcs8' });
        return {
            kid,
            createdAt,
            publicJwk: { ...bare, kid, use: 'sig', alg: 'RS256' },
            sealedPrivateKey: seal(plain, this.settings.secrets.keys, kid),
        };
    }

    /** Nothing for a key of another secret: it still checks what it signed, and signs no more. */
    private privateKeyOf({ kid, sealedPrivateKey }: EfiAuthSigningKey): KeyObject | undefined {
        const plain = unseal(sealedPrivateKey, this.settings.secrets.keys, kid);
        return plain && createPrivateKey({ key: plain, format: 'der', type: 'pkcs8' });
    }

    private async read(knownFor: number): Promise<KnownKeys> {
        if (this.known && Date.now() - this.known.readAt < knownFor) {
            return this.known;
        }
        this.reading ??= this.readFromDatabase().finally(() => (this.reading = undefined));
        return (this.known = await this.reading);
    }

    private async readFromDatabase(): Promise<KnownKeys> {
        const readAt = Date.now();
        const keys = await this.connection.rawConnection.getRepository(EfiAuthSigningKey).find();
        const { verifying } = keyRing(keys, new Date(readAt), this.settings.keys);
        const ours = verifying.flatMap(entity => {
            const key = this.privateKeyOf(entity);
            return key ? [{ kid: entity.kid, createdAt: entity.createdAt, key }] : [];
        });
        const imported = verifying.map(
            async ({ kid, publicJwk }) => [kid, await importJWK(publicJwk, 'RS256')] as const,
        );
        return {
            readAt,
            signing: keyRing(ours, new Date(readAt), this.settings.keys).signing,
            verifying: new Map(await Promise.all(imported)),
            published: verifying.map(({ publicJwk }) => publicJwk),
        };
    }
}
