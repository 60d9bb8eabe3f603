import { type ID, Order, ProductVariant, StockLocation } from '@vendure/core';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

/**
 * Stock that is held for an order while it is being paid. It is kept beside Vendure's levels, not in them, so that
 * nothing is left behind in those when the plugin goes.
 *
 * After `expiresAt` whoever needs the goods may delete the row; until somebody does, the order still has them.
 */
@Entity('efi_stock_reservation')
@Index('ix_efi_stock_reservation_variant', ['variantId'])
@Index('ix_efi_stock_reservation_expires', ['expiresAt'])
@Check('ck_efi_stock_reservation_quantity', 'quantity >= 0')
export class StockReservation {
    @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'pk_efi_stock_reservation' })
    orderId!: ID;

    @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'pk_efi_stock_reservation' })
    variantId!: ID;

    @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'pk_efi_stock_reservation' })
    stockLocationId!: ID;

    /** In pieces. */
    @Column('integer')
    quantity!: number;

    @Column('timestamp with time zone')
    expiresAt!: Date;

    @ManyToOne(() => Order, { onDelete: 'CASCADE' })
    @JoinColumn({ name: 'orderId', foreignKeyConstraintName: 'fk_efi_stock_reservation_order' })
    order!: Order;

    @ManyToOne(() => ProductVariant, { onDelete: 'CASCADE' })
    @JoinColumn({ name: 'variantId', foreignKeyConstraintName: 'fk_efi_stock_reservation_variant' })
    variant!: ProductVariant;

    @ManyToOne(() => StockLocation, { onDelete: 'CASCADE' })
    @JoinColumn({ name: 'stockLocationId', foreignKeyConstraintName: 'fk_efi_stock_reservation_location' })
    stockLocation!: StockLocation;
}
