import { EntityId, type ID } from '@vendure/core';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** An address of mail that a customer had before, and that texts may still name them by. */
@Entity('efi_gdpr_former_address')
@Index('ix_efi_gdpr_former_address_customer', ['customerId'])
export class EfiGdprFormerAddress {
    @PrimaryGeneratedColumn({ primaryKeyConstraintName: 'pk_efi_gdpr_former_address' })
    id!: number;

    @Column('timestamp with time zone', { default: () => 'now()' })
    replacedAt!: Date;

    @EntityId()
    customerId!: ID;

    @Column('text')
    address!: string;
}
