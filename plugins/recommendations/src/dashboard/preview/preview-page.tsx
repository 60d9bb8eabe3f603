import { Trans } from '@lingui/react/macro';
import { Page, PageBlock, PageLayout, PageTitle } from '@vendure/dashboard';
import { useState } from 'react';
import type { PreviewInput } from './preview.graphql';
import { PreviewForm } from './preview-form';
import { PreviewResult } from './preview-result';

/** What anybody would see at a placement, and why. */
export function PreviewPage() {
    const [input, setInput] = useState<PreviewInput>({ placement: 'TRENDING', take: 8 });
    return (
        <Page pageId="efi-recommendation-preview">
            <PageTitle>
                <Trans>Recommendation preview</Trans>
            </PageTitle>
            <PageLayout>
                <PageBlock
                    column="full"
                    blockId="question"
                    title={<Trans>Who sees what?</Trans>}
                    description={
                        <Trans>
                            As the active channel's shop would show it now. A customer who did not agree sees
                            what everybody sees.
                        </Trans>
                    }
                >
                    <PreviewForm onAsk={setInput} />
                </PageBlock>
                <PageBlock column="full" blockId="answer" title={<Trans>The list</Trans>}>
                    <PreviewResult input={input} />
                </PageBlock>
            </PageLayout>
        </Page>
    );
}
