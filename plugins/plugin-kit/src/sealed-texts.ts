import type { DataSource } from 'typeorm';

/** Opens what is kept encrypted in columns, for who reads them by SQL of its own. Entities arrive opened. */
export interface SealedTexts {
    /**
     * @param value - As the column has it. What is not sealed stays as it is.
     * @param column - Its table and name, such as `customer.firstName`.
     * @returns the text, empty when its key was destroyed.
     * @throws when it is sealed and not what was written to this column.
     */
    open(value: string, column: string): string;
}

/** For a database in which nothing is sealed. */
const nothingSealed: SealedTexts = { open: value => value };

const texts = new WeakMap<DataSource, SealedTexts>();

/** What opens the columns of one running application, told apart by its data source. */
export function sealedTexts(dataSource: DataSource): SealedTexts {
    return texts.get(dataSource) ?? nothingSealed;
}

/** Has `opener` open the columns of the application with this data source. */
export function setSealedTexts(dataSource: DataSource, opener: SealedTexts): void {
    texts.set(dataSource, opener);
}
