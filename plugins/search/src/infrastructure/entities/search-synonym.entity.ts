import { LanguageCode } from '@vendure/core';
import { Column, CreateDateColumn, Entity, Index, PrimaryGeneratedColumn, UpdateDateColumn } from 'typeorm';

/** Terms that mean the same to who searches in a channel and a language. */
@Entity('efi_search_synonym')
@Index('ix_efi_search_synonym_market', ['channelId', 'languageCode'])
export class EfiSearchSynonym {
    @PrimaryGeneratedColumn({ primaryKeyConstraintName: 'pk_efi_search_synonym' })
    id!: number;

    @CreateDateColumn({ type: 'timestamptz' })
    createdAt!: Date;

    @UpdateDateColumn({ type: 'timestamptz' })
    updatedAt!: Date;

    @Column('int')
    channelId!: number;

    @Column('varchar')
    languageCode!: LanguageCode;

    @Column('text', { array: true })
    terms!: string[];

    /** What the terms find as well, and not the other way round; empty where the terms find each other. */
    @Column('text', { array: true })
    meanings!: string[];
}
