import { type ID, EntityId } from '@vendure/core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The language and the market in which a shopper placed an order. Later mails about it go out in them, whoever
 * causes those: an administrator with another language, a job, a payment provider.
 */
@Entity('efi_order_locale')
export class OrderLocale {
    @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'pk_efi_order_locale' })
    orderId!: ID;

    @EntityId()
    channelId!: ID;

    @Column({ type: 'varchar' })
    languageCode!: string;
}
