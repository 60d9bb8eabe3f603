import { CurrencyCode, EntityId, type ID, Money } from '@vendure/core';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/**
 * A price that a variant had in a channel and currency, for a stretch of time. Written by triggers, never by the
 * application; no foreign keys, since the history outlives what it is about.
 */
@Entity('efi_price_history')
@Index('ix_efi_price_history_key', ['variantId', 'channelId', 'currencyCode', 'validFrom'])
@Index('ux_efi_price_history_open', ['variantId', 'channelId', 'currencyCode'], {
    unique: true,
    where: '"validTo" IS NULL',
})
export class PriceHistoryEntry {
    @PrimaryGeneratedColumn({ type: 'bigint', primaryKeyConstraintName: 'pk_efi_price_history' })
    id!: string;

    @EntityId()
    variantId!: ID;

    @EntityId()
    channelId!: ID;

    @Column('varchar')
    currencyCode!: CurrencyCode;

    /** In minor units, with or without tax as the channel's prices are entered. */
    @Money()
    price!: number;

    @Column('timestamp with time zone')
    validFrom!: Date;

    /** When the price ended. It is in force while this is null. */
    @Column('timestamp with time zone', { nullable: true })
    validTo!: Date | null;
}
