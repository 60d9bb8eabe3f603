import { LoadFailed, Loading } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Page, PageBlock, PageLayout, PageTitle } from '@vendure/dashboard';
import { entryQuery } from './content.graphql';
import { Editor } from './editor';
import { useAdminQuery } from './use-content-query';

export function ContentPage({ id }: { id: string }) {
    const query = useAdminQuery(entryQuery, { id });
    const entry = query.data?.efiContentEntry;
    return (
        <Page pageId="efi-content">
            <PageTitle>{entry ? entry.title || entry.code : <Trans>Pages and menus</Trans>}</PageTitle>
            {entry ? (
                <Editor key={entry.id} entry={entry} />
            ) : (
                <PageLayout>
                    <PageBlock column="full" blockId="missing">
                        {query.isPending ? (
                            <Loading />
                        ) : query.isError ? (
                            <LoadFailed query={query} />
                        ) : (
                            <Trans>There is no such page or menu in this channel.</Trans>
                        )}
                    </PageBlock>
                </PageLayout>
            )}
        </Page>
    );
}
