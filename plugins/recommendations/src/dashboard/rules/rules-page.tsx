import { Trans } from '@lingui/react/macro';
import { Button, Page, PageBlock, PageLayout, PageTitle, PermissionGuard } from '@vendure/dashboard';
import { PlusIcon } from 'lucide-react';
import { useState } from 'react';
import { RuleDialog } from './rule-dialog';
import type { Rule } from './rules.graphql';
import { RulesTable } from './rules-table';

/** The merchandisers' word on what is recommended in the active channel. */
export function RulesPage() {
    const [edited, setEdited] = useState<Rule | 'new'>();
    return (
        <Page pageId="efi-recommendation-rules">
            <PageTitle>
                <Trans>Recommendation rules</Trans>
            </PageTitle>
            <PageLayout>
                <PageBlock
                    column="full"
                    blockId="rules"
                    description={
                        <Trans>
                            Of the active channel, in force within five seconds. What can't be bought is never
                            shown, whatever a rule says.
                        </Trans>
                    }
                >
                    {/* Not in the action bar, which has no room for it on a telephone. */}
                    <PermissionGuard requires={['ManageEfiRecommendations']}>
                        <Button className="mb-4" onClick={() => setEdited('new')}>
                            <PlusIcon className="size-4" />
                            <Trans>New rule</Trans>
                        </Button>
                    </PermissionGuard>
                    <RulesTable onEdit={setEdited} />
                    {edited && (
                        <RuleDialog
                            {...(edited === 'new' ? {} : { rule: edited })}
                            onClose={() => setEdited(undefined)}
                        />
                    )}
                </PageBlock>
            </PageLayout>
        </Page>
    );
}
