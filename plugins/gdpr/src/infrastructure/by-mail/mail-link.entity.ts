import { EntityId, type ID } from '@vendure/core';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { RequestKind } from '../../domain/privacy-request';

/** A link that went to somebody without an account: to confirm a request, or to follow one that was confirmed. */
@Entity('efi_gdpr_mail_link')
@Index('ix_efi_gdpr_mail_link_customer', ['customerId'])
@Index('ix_efi_gdpr_mail_link_expires', ['expiresAt'])
export class EfiGdprMailLink {
    /** SHA-256 of the link's token, which nobody but the mail has. */
    @PrimaryColumn('varchar', { primaryKeyConstraintName: 'pk_efi_gdpr_mail_link' })
    tokenHash!: string;

    @Column('timestamp with time zone', { default: () => 'now()' })
    createdAt!: Date;

    @Column('timestamp with time zone')
    expiresAt!: Date;

    @EntityId()
    customerId!: ID;

    /** Of the address that it was sent to: once the customer has another one, it confirms nothing. */
    @Column('varchar')
    addressHash!: string;

    @Column('varchar')
    kind!: RequestKind;

    /** In the person's words, until it is confirmed. */
    @Column('text', { nullable: true })
    note!: string | null;

    /** That it shows; nothing as long as there is something to confirm. */
    @Column('uuid', { nullable: true })
    requestId!: string | null;
}
