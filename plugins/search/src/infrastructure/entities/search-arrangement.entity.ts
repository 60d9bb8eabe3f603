import { LanguageCode } from '@vendure/core';
import { Column, CreateDateColumn, Entity, Index, PrimaryGeneratedColumn, UpdateDateColumn } from 'typeorm';

/** What stands first in the answer to a term, and what is left out of it. */
@Entity('efi_search_arrangement')
@Index('ux_efi_search_arrangement_term', ['channelId', 'languageCode', 'plainTerm'], { unique: true })
export class EfiSearchArrangement {
    @PrimaryGeneratedColumn({ primaryKeyConstraintName: 'pk_efi_search_arrangement' })
    id!: number;

    @CreateDateColumn({ type: 'timestamptz' })
    createdAt!: Date;

    @UpdateDateColumn({ type: 'timestamptz' })
    updatedAt!: Date;

    @Column('int')
    channelId!: number;

    @Column('varchar')
    languageCode!: LanguageCode;

    /** As staff wrote it. */
    @Column('text')
    term!: string;

    /** Its words without accents and in lower case, with single spaces. */
    @Column('text')
    plainTerm!: string;

    /** Products, the first one first. */
    @Column('int', { array: true })
    pinnedIds!: number[];

    /** Products. */
    @Column('int', { array: true })
    hiddenIds!: number[];
}
