import { Trans } from '@lingui/react/macro';
import { useSearch } from '@tanstack/react-router';
import { Page, PageBlock, PageLayout, PageTitle } from '@vendure/dashboard';
import type { Filter } from '../shared/decisions.graphql';
import { DecisionList } from './decision-list';
import { Filters, filters } from './filters';

/** What waits for a person, the most urgent first, and all that was decided before. */
export function DecisionsPage() {
    const { filter } = useSearch({ strict: false }) satisfies { filter?: string };
    const current: Filter = filter !== undefined && filter in filters ? (filter as Filter) : 'OPEN';
    return (
        <Page pageId="efi-fraud">
            <PageTitle>
                <Trans>Fraud reviews</Trans>
            </PageTitle>
            <PageLayout>
                <PageBlock column="full" blockId="decisions">
                    <Filters current={current} />
                    <DecisionList key={current} filter={current} />
                </PageBlock>
            </PageLayout>
        </Page>
    );
}
