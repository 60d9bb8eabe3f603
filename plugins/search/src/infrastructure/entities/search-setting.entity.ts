import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a channel has chosen for its search. Without a row, the plugin's options hold. */
@Entity('efi_search_setting')
export class EfiSearchSetting {
    @PrimaryColumn('int', { primaryKeyConstraintName: 'pk_efi_search_setting' })
    channelId!: number;

    /** Whether what is out of stock ranks behind. Null for what the plugin's option says. */
    @Column('boolean', { nullable: true })
    inStockFirst!: boolean | null;
}
