import type { JWK } from 'jose';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A key that signs access tokens. What it is for follows from its age. */
@Entity('efi_auth_signing_key')
export class EfiAuthSigningKey {
    /** JWK thumbprint (RFC 7638): `kid` of the tokens. */
    @PrimaryColumn({ type: 'varchar', primaryKeyConstraintName: 'pk_efi_auth_signing_key' })
    kid!: string;

    @Column({ type: 'timestamp with time zone' })
    createdAt!: Date;

    @Column({ type: 'jsonb' })
    publicJwk!: JWK;

    /** PKCS #8, sealed with the secret of the installation. */
    @Column({ type: 'text' })
    sealedPrivateKey!: string;
}
