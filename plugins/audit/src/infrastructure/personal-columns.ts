import type { PersonalDataTable } from '@efi/plugin-kit';
import type { DataSource, EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';
import { isCustomField, plainKeys } from '../domain/masking';

/** What the registry of personal data says of columns: what an erasure takes must not get into an entry. */
export class PersonalColumns {
    private readonly byEntity = new Map<string, ReadonlySet<string>>();

    /**
     * @param known - Personal keys, wherever they are.
     */
    constructor(
        private readonly dataSource: DataSource,
        private readonly declared: readonly PersonalDataTable[],
        private readonly known: readonly string[],
    ) {}

    /** Personal keys of any JSON: those known, and custom fields, whose names are their own. */
    anywhere(): ReadonlySet<string> {
        return this.keysOf('', () =>
            this.declared.flatMap(table => erasedColumns(table).filter(isCustomField)),
        );
    }

    /** Those of an entity's rows. */
    ofEntity(name: string): ReadonlySet<string> {
        return this.keysOf(name, () => {
            const metadata = this.dataSource.entityMetadatas.find(entity => entity.name === name);
            const columns = this.declared
                .filter(({ table }) => table === metadata?.tableName)
                .flatMap(erasedColumns);
            return [...this.anywhere(), ...columns.filter(column => isText(metadata, column))];
        });
    }

    private keysOf(entity: string, declared: () => readonly string[]): ReadonlySet<string> {
        const keys = this.byEntity.get(entity) ?? plainKeys([...this.known, ...declared()]);
        this.byEntity.set(entity, keys);
        return keys;
    }
}

/** Numbers, such as that of an account, stay: they lead to rows without names. */
function isText(metadata: EntityMetadata | undefined, column: string): boolean {
    const type = metadata?.columns.find(({ databaseName }) => databaseName === column)?.type;
    return type === undefined || !IMPERSONAL_TYPES.has(type);
}

const IMPERSONAL_TYPES = new Set<ColumnMetadata['type']>([
    ...([Number, Boolean, Date] as const),
    ...(['int', 'integer', 'bigint', 'boolean', 'timestamp', 'timestamptz', 'datetime', 'uuid'] as const),
]);

function erasedColumns({ erasure, columns }: PersonalDataTable): string[] {
    switch (erasure.by) {
        case 'deletion':
            return Object.keys(columns);
        case 'overwriting':
            return Object.keys(erasure.with);
        case 'function':
            return [...erasure.columns];
        case 'nothing':
            return [];
    }
}
