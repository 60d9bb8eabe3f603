import type { MigrationClass } from '@efi/plugin-kit';
import { CreateSearchCollectionCounts1796731000000 } from './create-search-collection-counts.migration';
import { CreateSearchCounts1796490000000 } from './create-search-counts.migration';
import { CreateSearchIndex1795854600000 } from './create-search-index.migration';
import { CreateSearchNames1796730000000 } from './create-search-names.migration';
import { CreateSearchProducts1795946400000 } from './create-search-products.migration';
import { CreateSearchRules1796706000000 } from './create-search-rules.migration';
import { CreateSearchWords1795857600000 } from './create-search-words.migration';
import { IndexSearchPending1796900200000 } from './index-search-pending.migration';
import { TellSearchChanges1796792400000 } from './tell-search-changes.migration';

/** The plugin's migrations, oldest first. */
export const searchMigrations: MigrationClass[] = [
    CreateSearchIndex1795854600000,
    CreateSearchWords1795857600000,
    CreateSearchProducts1795946400000,
    CreateSearchCounts1796490000000,
    CreateSearchRules1796706000000,
    CreateSearchNames1796730000000,
    CreateSearchCollectionCounts1796731000000,
    TellSearchChanges1796792400000,
    IndexSearchPending1796900200000,
];
