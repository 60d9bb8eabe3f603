import { LoadFailed, Loading } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Page, PageTitle } from '@vendure/dashboard';
import { ArrangementEditor } from './arrangement-editor';
import { arrangementQuery } from './rules.graphql';
import { useAdminQuery } from './use-admin-query';

/** The id of one that is new is `new-` and its language. */
const NEW = 'new-';

/** What stands first for one term, and what is left out. */
export function ArrangementPage({ id }: { id: string }) {
    return (
        <Page pageId="efi-search-arrangement">
            <PageTitle>
                <Trans>Pinned products</Trans>
            </PageTitle>
            {id.startsWith(NEW) ? (
                <ArrangementEditor
                    known={{ languageCode: id.slice(NEW.length), term: '', pinned: [], hidden: [] }}
                />
            ) : (
                <Known id={id} />
            )}
        </Page>
    );
}

function Known({ id }: { id: string }) {
    const arrangement = useAdminQuery(arrangementQuery, { id });
    if (arrangement.isPending) {
        return <Loading />;
    }
    if (arrangement.isError) {
        return <LoadFailed query={arrangement} />;
    }
    const known = arrangement.data.efiSearchArrangement;
    return known ? (
        <ArrangementEditor key={known.id} known={known} />
    ) : (
        <p className="text-sm text-muted-foreground">
            <Trans>It is not there any more, or belongs to another channel.</Trans>
        </p>
    );
}
