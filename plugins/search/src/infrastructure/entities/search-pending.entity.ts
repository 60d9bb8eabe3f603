import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/**
 * A product that changed and is to be indexed anew. Written in the transaction of the change, and never twice the
 * same row, so that nobody waits for anybody else's.
 */
@Entity('efi_search_pending')
@Index('ix_efi_search_pending_product', ['productId', 'due'])
export class EfiSearchPending {
    @PrimaryGeneratedColumn({ type: 'bigint', primaryKeyConstraintName: 'pk_efi_search_pending' })
    id!: string;

    @Column('int')
    productId!: number;

    /** Not before then. */
    @Column('timestamp with time zone', { default: () => 'clock_timestamp()' })
    due!: Date;
}
