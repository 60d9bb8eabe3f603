import { Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A webhook whose signature was right, once however often it was delivered. */
@Entity('efi_payment_webhook_event')
@Unique('ux_efi_payment_webhook_event', ['gateway', 'eventId'])
@Index('ix_efi_payment_webhook_event_intent', ['intentId'])
@Index('ix_efi_payment_webhook_event_received', ['receivedAt'])
export class EfiPaymentWebhookEvent {
    @PrimaryGeneratedColumn('increment', {
        type: 'bigint',
        primaryKeyConstraintName: 'pk_efi_payment_webhook_event',
    })
    id!: string;

    @Column('varchar')
    gateway!: string;

    /** The provider's. */
    @Column('varchar')
    eventId!: string;

    @Column('varchar')
    type!: string;

    /** Of the payment. */
    @Column('varchar', { nullable: true })
    providerReference!: string | null;

    @Column('uuid', { nullable: true })
    intentId!: string | null;

    /** The first time. */
    @Column('timestamp with time zone', { default: () => 'now()' })
    receivedAt!: Date;

    /** Absent while the provider has to send it again. */
    @Column('timestamp with time zone', { nullable: true })
    processedAt!: Date | null;

    @Column('integer', { default: 1 })
    deliveries!: number;
}
