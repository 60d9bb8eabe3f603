import { setSealedTexts } from '@efi/plugin-kit';
import type { DataSource } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';
import { findSealed } from './find-sealed';
import { changeTexts, type SealedColumn, sealedColumns } from './sealed-columns';
import type { Sealer } from './sealer';

/** How far the database is, as of now. */
export interface SealingState {
    /** Whether what is written is sealed. What is sealed is opened either way. */
    isSealing(): boolean;
    /** Whether nothing is left that is not sealed. */
    isWhole(): boolean;
}

/**
 * Has a data source seal what it writes to the columns of people, open what it reads from them, and find rows by them.
 * Once for each data source, before the first statement.
 *
 * The driver is where all entities pass by on their way in and out, and nothing else: comparing an entity with what was
 * loaded happens in front of it, with open texts. A value transformer of a column would be asked for both, and a text
 * sealed anew differs each time.
 *
 * @param columns - @default those of Vendure
 */
export function installSealing(
    dataSource: DataSource,
    sealer: Sealer,
    state: SealingState,
    columns: readonly SealedColumn[] = sealedColumns,
): void {
    const { driver } = dataSource;
    const byName = new Map(columns.map(column => [column.name, column]));
    const sealed = (column: ColumnMetadata) =>
        byName.get(`${column.entityMetadata.tableName}.${column.databaseName}`);
    const find = findSealed(
        text => sealer.blindIndexes(text),
        () => state.isWhole(),
        () => sealer.indexKeys,
    );

    const write = driver.preparePersistentValue.bind(driver);
    driver.preparePersistentValue = (value: unknown, metadata: ColumnMetadata): unknown => {
        const column = state.isSealing() ? sealed(metadata) : undefined;
        const seal = (text: string) => sealer.seal(text, column?.name ?? '', column?.isIndexed ?? false);
        return write(column ? changeTexts(value, column, seal) : value, metadata);
    };

    const read = driver.prepareHydratedValue.bind(driver);
    driver.prepareHydratedValue = (value: unknown, metadata: ColumnMetadata): unknown => {
        const column = sealed(metadata);
        const hydrated: unknown = read(value, metadata);
        return column ? changeTexts(hydrated, column, text => sealer.open(text, column.name)) : hydrated;
    };

    const connect = driver.createQueryRunner.bind(driver);
    driver.createQueryRunner = mode => {
        const runner = connect(mode);
        const query = runner.query.bind(runner);
        // Overloads: what it returns depends on its last argument.
        runner.query = ((text: string, parameters?: unknown[], isStructured?: boolean) => {
            const [found, values] = find(text, parameters);
            return isStructured
                ? query(found, parameters && values, isStructured)
                : query(found, parameters && values);
        }) as typeof runner.query;
        return runner;
    };

    setSealedTexts(dataSource, { open: (value, column) => sealer.open(value, column) });
}
