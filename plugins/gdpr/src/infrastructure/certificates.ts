import { Inject, Injectable } from '@nestjs/common';
import { TransactionalConnection } from '@vendure/core';
import {
    calculateJwkThumbprint,
    CompactSign,
    exportJWK,
    generateKeyPair,
    importJWK,
    type JSONWebKeySet,
    type JWK,
} from 'jose';
import { GDPR_OPTIONS, type ResolvedGdprOptions } from '../gdpr.options';
import { EfiGdprSigningKey } from './entities';
import { keyFor, seal, unseal } from './sealing';

/** Of the advisory lock under which the first key is made. */
const LOCK = 0x6566_6764;

/** Signs what was done, with Ed25519. The key is kept sealed, the same for all servers. */
@Injectable()
export class Certificates {
    private known: EfiGdprSigningKey | undefined;

    constructor(
        private readonly connection: TransactionalConnection,
        @Inject(GDPR_OPTIONS) private readonly options: ResolvedGdprOptions,
    ) {}

    /**
     * @param typ - What kind of thing is signed, such as `erasure+jws`.
     * @returns a JWS (compact) that any of {@link published} verifies.
     */
    async sign(claims: Readonly<Record<string, unknown>>, typ: string): Promise<string> {
        const { kid, sealedPrivateKey } = (this.known ??= await this.key());
        const plain = new TextDecoder().decode(await unseal(sealedPrivateKey, this.sealingKey()));
        const key = await importJWK(JSON.parse(plain) as JWK, 'EdDSA');
        return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
            .setProtectedHeader({ alg: 'EdDSA', typ, kid })
            .sign(key);
    }

    /** The public keys of all certificates ever signed, as RFC 7517 has it. */
    async published(): Promise<JSONWebKeySet> {
        const keys = await this.connection.rawConnection.getRepository(EfiGdprSigningKey).find();
        return { keys: keys.map(({ kid, publicJwk }) => ({ ...publicJwk, kid, use: 'sig', alg: 'EdDSA' })) };
    }

    private key(): Promise<EfiGdprSigningKey> {
        return this.connection.rawConnection.transaction(async manager => {
            await manager.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
            const [newest] = await manager.find(EfiGdprSigningKey, { order: { createdAt: 'DESC' }, take: 1 });
            if (newest && (await this.isOurs(newest))) {
                return newest;
            }
            const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
            const publicJwk = await exportJWK(publicKey);
            const plain = new TextEncoder().encode(JSON.stringify(await exportJWK(privateKey)));
            return manager.save(
                manager.create(EfiGdprSigningKey, {
                    kid: await calculateJwkThumbprint(publicJwk),
                    createdAt: new Date(),
                    publicJwk,
                    sealedPrivateKey: await seal(plain, this.sealingKey()),
                }),
            );
        });
    }

    /** One that was sealed with another secret still verifies, and signs no more. */
    private isOurs({ sealedPrivateKey }: EfiGdprSigningKey): Promise<boolean> {
        return unseal(sealedPrivateKey, this.sealingKey()).then(
            () => true,
            () => false,
        );
    }

    private sealingKey(): Uint8Array {
        return keyFor(this.options.secret, 'signing keys');
    }
}
