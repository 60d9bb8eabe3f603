/** How the plugin behaves. */
export interface CatalogueIoOptions {
    /**
     * Whether the search index is built anew after each import. Needed with a search that does not hear of
     * `CatalogueWrittenEvent`, such as Vendure's own; `@efi/search-plugin` does.
     *
     * @default false
     */
    readonly reindexAfterImport?: boolean;
}

export const CATALOGUE_IO_OPTIONS = Symbol('CATALOGUE_IO_OPTIONS');
