import { Column, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { PricingMode } from '../../application/pricing-mode';
import type { GuardSettings } from '../../domain/guards/guards';

/** How prices of one channel and currency are made. */
@Entity('efi_pricing_settings')
export class EfiPricingSettings {
    @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_efi_pricing_settings' })
    channelId!: number;

    @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_efi_pricing_settings' })
    currencyCode!: string;

    @UpdateDateColumn({ type: 'timestamptz' })
    updatedAt!: Date;

    @Column('text')
    mode!: PricingMode;

    /** The kill switch: no run starts or goes on, and no sale begins. */
    @Column('boolean', { default: false })
    isStopped!: boolean;

    @Column('jsonb')
    guards!: GuardSettings;
}
