import { LoadFailed, Loading } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api, Button, Input, Label, Page, PageBlock, PageLayout, PageTitle, toast } from '@vendure/dashboard';
import { DownloadIcon } from 'lucide-react';
import { useId, useState } from 'react';
import { saveFile } from '../shared/save-file';
import { useAdminQuery } from '../shared/use-admin-query';
import { entriesQuery, recordQuery } from './record.graphql';
import { RecipientList } from './recipient-list';
import { RecordEntry } from './record-entry';

/** What the shop keeps of people, why and for how long: made from what the plugins declare. */
export function RecordPage() {
    return (
        <Page pageId="efi-processing-record">
            <PageTitle>
                <Trans>Processing record</Trans>
            </PageTitle>
            <PageLayout>
                <PageBlock
                    column="full"
                    blockId="record"
                    description={
                        <Trans>
                            As Article 30 GDPR asks for. Its words are what the plugins declare, in English.
                            Who is responsible is for you to add.
                        </Trans>
                    }
                >
                    <Record />
                </PageBlock>
                <PageBlock
                    column="full"
                    blockId="recipients"
                    title={<Trans>Recipients</Trans>}
                    description={
                        <Trans>
                            Who gets personal data, as the settings tell. Whom they do not tell of, such as a
                            host or a carrier, is for you to add.
                        </Trans>
                    }
                >
                    <RecipientList />
                </PageBlock>
            </PageLayout>
        </Page>
    );
}

function Record() {
    const id = useId();
    const [sought, setSought] = useState('');
    const entries = useAdminQuery(entriesQuery, {});
    if (entries.isPending) {
        return <Loading />;
    }
    if (entries.isError) {
        return <LoadFailed query={entries} />;
    }
    const word = sought.trim().toLowerCase();
    const found = entries.data.efiProcessingEntries.filter(entry =>
        JSON.stringify(Object.values(entry)).toLowerCase().includes(word),
    );
    return (
        <div className="space-y-6">
            <div className="flex flex-wrap items-end justify-between gap-4">
                <div className="space-y-2">
                    <Label htmlFor={id}>
                        <Trans>Find in the record</Trans>
                    </Label>
                    <Input
                        id={id}
                        type="search"
                        className="w-64"
                        value={sought}
                        onChange={event => setSought(event.target.value)}
                    />
                </div>
                <Download />
            </div>
            {found.length === 0 && (
                <p className="text-sm text-muted-foreground">
                    <Trans>Nothing in the record matches this.</Trans>
                </p>
            )}
            <ul className="divide-y" data-testid="processing-record">
                {found.map(entry => (
                    <RecordEntry key={`${entry.table} ${entry.part} ${entry.holds}`} entry={entry} />
                ))}
            </ul>
        </div>
    );
}

function Download() {
    const { t } = useLingui();
    const download = useMutation({
        mutationFn: async () => {
            const { efiRecordOfProcessing } = await api.query(recordQuery, {});
            saveFile(efiRecordOfProcessing, 'record-of-processing.md', 'text/markdown');
        },
        onError: ({ message }) => toast.error(t`The record could not be made.`, { description: message }),
    });
    return (
        <Button
            type="button"
            variant="outline"
            disabled={download.isPending}
            onClick={() => download.mutate()}
        >
            <DownloadIcon className="size-4" aria-hidden />
            <Trans>Download as Markdown</Trans>
        </Button>
    );
}
