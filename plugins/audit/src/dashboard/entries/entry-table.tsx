import { LabelBadge, Moment, RecordTable } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Button } from '@vendure/dashboard';
import { useState } from 'react';
import { statuses } from '../shared/labels';
import type { Entry } from './entries.graphql';
import { EntryDialog } from './entry-dialog';
import { Who } from './who';

export function EntryTable({ entries }: { entries: readonly Entry[] }) {
    const [shown, show] = useState<Entry>();
    return (
        <>
            <RecordTable
                rows={entries}
                none={<Trans>Nothing in the trail matches this.</Trans>}
                columns={[
                    { title: <Trans>When</Trans>, cell: ({ at }) => <Moment toTheSecond at={at} /> },
                    { title: <Trans>Who</Trans>, cell: entry => <Who of={entry} /> },
                    {
                        title: <Trans>What was done</Trans>,
                        cell: entry => (
                            <Button
                                type="button"
                                variant="link"
                                className="h-auto p-0 underline"
                                onClick={() => show(entry)}
                            >
                                {entry.action}
                            </Button>
                        ),
                    },
                    {
                        title: <Trans>Resource</Trans>,
                        cell: ({ resourceType, resourceId }) => (
                            <span className="block max-w-60 break-words whitespace-normal">
                                {resourceType} {resourceId}
                            </span>
                        ),
                    },
                    {
                        title: <Trans>Status</Trans>,
                        cell: ({ status }) => <LabelBadge labels={statuses} word={status} />,
                    },
                    { title: <Trans>IP address</Trans>, cell: ({ address }) => address },
                ]}
            />
            {shown && <EntryDialog entry={shown} onClose={() => show(undefined)} />}
        </>
    );
}
