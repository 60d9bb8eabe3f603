import { Column, Entity, PrimaryColumn } from 'typeorm';

const primaryKeyConstraintName = 'pk_efi_search_item';

/**
 * What a channel offers in a currency: one row for each variant. Read and written in SQL only; this class tells
 * TypeORM that the table is known.
 */
@Entity('efi_search_item')
export class EfiSearchItem {
    @PrimaryColumn('int', { primaryKeyConstraintName })
    productId!: number;

    /** 0 for a product without variants, which only the Admin API finds. */
    @PrimaryColumn('int', { primaryKeyConstraintName })
    variantId!: number;

    @PrimaryColumn('int', { primaryKeyConstraintName })
    channelId!: number;

    @PrimaryColumn('varchar', { primaryKeyConstraintName })
    currencyCode!: string;

    /** Of the variant and of the product. */
    @Column('boolean')
    enabled!: boolean;

    /** In minor units, without tax. */
    @Column('bigint')
    price!: string;

    /** In minor units. */
    @Column('bigint')
    priceWithTax!: string;

    @Column('boolean')
    inStock!: boolean;

    /** Whether any variant of the product is in stock. */
    @Column('boolean')
    productInStock!: boolean;

    /** Of the variant and of the product. */
    @Column('int', { array: true })
    facetIds!: number[];

    /** Of the variant and of the product. */
    @Column('int', { array: true })
    facetValueIds!: number[];

    @Column('int', { array: true })
    collectionIds!: number[];

    /** All channels of the variant. */
    @Column('int', { array: true })
    channelIds!: number[];

    @Column('int', { nullable: true })
    productAssetId!: number | null;

    @Column('int', { nullable: true })
    variantAssetId!: number | null;
}
