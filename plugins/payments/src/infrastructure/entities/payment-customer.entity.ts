import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** By which name a provider knows a customer. The customer's id is a plain number: no foreign key, as for intents. */
@Entity('efi_payment_customer')
export class EfiPaymentCustomer {
    @PrimaryColumn('varchar', { primaryKeyConstraintName: 'pk_efi_payment_customer' })
    gateway!: string;

    @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_efi_payment_customer' })
    customerId!: number;

    /** With which the provider is asked to open the customer. */
    @Column('uuid')
    idempotencyKey!: string;

    /** Absent until the provider answered. */
    @Column('varchar', { nullable: true })
    providerCustomer!: string | null;

    @CreateDateColumn({ type: 'timestamp with time zone' })
    createdAt!: Date;
}
