import { Column, Entity, PrimaryColumn } from 'typeorm';

export interface FrozenPrice {
    readonly price: number;
    readonly priceIncludesTax: boolean;
}

/** The prices with which an order reached payment, by order line, and the moment that decided them. */
@Entity('efi_price_freeze')
export class EfiPriceFreeze {
    @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_efi_price_freeze' })
    orderId!: number;

    @Column('text')
    currencyCode!: string;

    /** By the database's clock, under the order's lock. */
    @Column('timestamptz')
    decidedAt!: Date;

    @Column('jsonb')
    prices!: Record<string, FrozenPrice>;
}
