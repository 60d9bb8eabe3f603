import { Trans } from '@lingui/react/macro';
import { Page, PageBlock, PageLayout, PageTitle, usePermissions } from '@vendure/dashboard';
import { ExportLinks } from './export-links';
import { ImportForm } from './import-form';
import { ImportList } from './import-list';

/** Products in and out, as files. */
export function CatalogueFilesPage() {
    const { hasPermissions } = usePermissions();
    const mayImport = hasPermissions(['EfiImportCatalogue']);
    return (
        <Page pageId="efi-catalogue-files">
            <PageTitle>
                <Trans>Import and export</Trans>
            </PageTitle>
            <PageLayout>
                {mayImport && (
                    <PageBlock
                        column="main"
                        blockId="import"
                        title={<Trans>Import products</Trans>}
                        description={
                            <Trans>
                                Into the active channel. Products are known by their slug and variants by
                                their SKU: what is there is changed, what is missing is made, and nothing is
                                deleted.
                            </Trans>
                        }
                    >
                        <ImportForm />
                    </PageBlock>
                )}
                <PageBlock
                    column="side"
                    blockId="export"
                    title={<Trans>Export products</Trans>}
                    description={
                        <Trans>
                            All products of the active channel, as the import reads them: change the file in a
                            spreadsheet, and import it again.
                        </Trans>
                    }
                >
                    <ExportLinks />
                </PageBlock>
                {mayImport && (
                    <PageBlock column="full" blockId="imports" title={<Trans>Imports</Trans>}>
                        <ImportList />
                    </PageBlock>
                )}
            </PageLayout>
        </Page>
    );
}
