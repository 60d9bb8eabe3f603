import { LoadFailed, Loading } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Page, PageBlock, PageLayout, PageTitle } from '@vendure/dashboard';
import { useAdminQuery } from '../shared/use-admin-query';
import { textsQuery, versionsQuery } from './consent.graphql';
import { TextEditor } from './text-editor';
import { VersionTable } from './version-table';

/** What people are asked, in versions, and what they answered. */
export function ConsentPage() {
    return (
        <Page pageId="efi-consent">
            <PageTitle>
                <Trans>Consent</Trans>
            </PageTitle>
            <PageLayout>
                <PageBlock
                    column="main"
                    blockId="texts"
                    title={<Trans>Texts</Trans>}
                    description={
                        <Trans>
                            A version is never changed: publishing makes a new one, and everybody is asked
                            again. Until they answer, what they decided holds.
                        </Trans>
                    }
                >
                    <Texts />
                </PageBlock>
                <PageBlock
                    column="main"
                    blockId="versions"
                    title={<Trans>Versions</Trans>}
                    description={<Trans>With the decisions of customers that hold now.</Trans>}
                >
                    <Versions />
                </PageBlock>
            </PageLayout>
        </Page>
    );
}

function Texts() {
    const texts = useAdminQuery(textsQuery, { version: null });
    if (texts.isPending) {
        return <Loading />;
    }
    if (texts.isError) {
        return <LoadFailed query={texts} />;
    }
    const { efiConsentTexts: newest } = texts.data;
    return <TextEditor key={JSON.stringify(newest)} newest={newest} />;
}

function Versions() {
    const versions = useAdminQuery(versionsQuery, {});
    if (versions.isPending) {
        return <Loading />;
    }
    return versions.isError ? (
        <LoadFailed query={versions} />
    ) : (
        <VersionTable versions={versions.data.efiConsentVersions} />
    );
}
