import { Trans } from '@lingui/react/macro';
import { Page, PageBlock, PageLayout, PageTitle, useChannel } from '@vendure/dashboard';
import { useState } from 'react';
import { Arrangements } from './arrangements';
import { LanguageChoice, StockChoice } from './choices';
import { Synonyms } from './synonyms';
import { TryTerm } from './try-term';

/** What shoppers find, in the active channel and in one of its languages at a time. */
export function SearchPage() {
    const { activeChannel } = useChannel();
    const [chosen, setChosen] = useState<string>();
    const spoken = activeChannel?.availableLanguageCodes ?? [];
    const languageCode = spoken.find(code => code === chosen) ?? activeChannel?.defaultLanguageCode ?? 'en';
    return (
        <Page pageId="efi-search-rules">
            <PageTitle>
                <Trans>Search</Trans>
            </PageTitle>
            <PageLayout>
                <PageBlock
                    column="full"
                    blockId="market"
                    description={
                        <Trans>
                            What shoppers of the active channel find. Changes hold at once, also for answers
                            that were kept.
                        </Trans>
                    }
                >
                    <div className="flex flex-wrap gap-4">
                        <LanguageChoice spoken={spoken} value={languageCode} onChange={setChosen} />
                        <StockChoice />
                    </div>
                </PageBlock>
                <PageBlock
                    column="main"
                    blockId="arrangements"
                    title={<Trans>Pinned products</Trans>}
                    description={
                        <Trans>What stands first for a term, and what is left out of its results.</Trans>
                    }
                >
                    <Arrangements languageCode={languageCode} />
                </PageBlock>
                <PageBlock
                    column="main"
                    blockId="synonyms"
                    title={<Trans>Synonyms</Trans>}
                    description={
                        <Trans>
                            Terms that find each other’s products. Other forms of a word, such as its plural,
                            are known without being listed.
                        </Trans>
                    }
                >
                    <Synonyms languageCode={languageCode} />
                </PageBlock>
                <PageBlock
                    column="side"
                    blockId="try"
                    title={<Trans>Try a term</Trans>}
                    description={<Trans>As a guest finds it, without filters.</Trans>}
                >
                    <TryTerm languageCode={languageCode} />
                </PageBlock>
            </PageLayout>
        </Page>
    );
}
