import { Trans } from '@lingui/react/macro';
import { useSearch } from '@tanstack/react-router';
import { Page, PageBlock, PageLayout, PageTitle } from '@vendure/dashboard';
import { ChainState } from './chain-state';
import { EntryList } from './entry-list';
import { searchOf } from './entry-search';
import { ExportLinks } from './export-links';
import { Filters } from './filters';

/** Who did what and when, and whether the trail still says what was written. */
export function AuditTrailPage() {
    const search = searchOf(useSearch({ strict: false }));
    const key = JSON.stringify(search);
    return (
        <Page pageId="efi-audit-trail">
            <PageTitle>
                <Trans>Audit trail</Trans>
            </PageTitle>
            <PageLayout>
                <PageBlock column="full" blockId="chain">
                    <ChainState />
                </PageBlock>
                <PageBlock
                    column="full"
                    blockId="entries"
                    title={<Trans>Entries</Trans>}
                    description={
                        <Trans>
                            Of the active channel; in the default channel, of all. Reading and exporting are
                            written down, too.
                        </Trans>
                    }
                >
                    <Filters key={`filters ${key}`} search={search} />
                    <ExportLinks search={search} />
                    <EntryList key={key} search={search} />
                </PageBlock>
            </PageLayout>
        </Page>
    );
}
