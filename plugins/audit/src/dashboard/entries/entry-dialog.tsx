import { Fact, Facts, LabelBadge, Moment, RecordTable, useLabel } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from '@vendure/dashboard';
import { classes, statuses } from '../shared/labels';
import { type DifferenceRow, differenceRows } from './difference-rows';
import type { Entry } from './entries.graphql';
import { pageOf } from './entry-search';
import { Who } from './who';

/** Everything that one entry says. */
export function EntryDialog({ entry, onClose }: { entry: Entry; onClose: () => void }) {
    const label = useLabel();
    const rows = differenceRows(entry.before, entry.after);
    return (
        <Dialog open onOpenChange={isOpen => !isOpen && onClose()}>
            <DialogContent className="max-h-[90vh] overflow-y-auto sm:max-w-3xl">
                <DialogHeader>
                    <DialogTitle className="break-words">{entry.action}</DialogTitle>
                    <DialogDescription>
                        <Moment toTheSecond at={entry.at} />
                    </DialogDescription>
                </DialogHeader>
                <Facts>
                    <Fact name={<Trans>Status</Trans>}>
                        <LabelBadge labels={statuses} word={entry.status} />
                    </Fact>
                    <Fact name={<Trans>Who</Trans>}>
                        <Who of={entry} />
                    </Fact>
                    <Fact name={<Trans>Resource</Trans>}>
                        {entry.resourceType ?? '–'} {entry.resourceId}
                    </Fact>
                    <Fact name={<Trans>Class</Trans>}>{label(classes, entry.class)}</Fact>
                    <Fact name={<Trans>IP address</Trans>}>{entry.address ?? '–'}</Fact>
                    <Fact name={<Trans>Program</Trans>}>{entry.client ?? '–'}</Fact>
                    <Fact name={<Trans>Request</Trans>}>
                        {entry.requestId ? (
                            <Link
                                to={pageOf({ requestId: entry.requestId })}
                                onClick={onClose}
                                className="font-mono text-xs break-all underline underline-offset-4"
                            >
                                {entry.requestId}
                            </Link>
                        ) : (
                            '–'
                        )}
                    </Fact>
                    <Fact name={<Trans>Number in its chain</Trans>}>
                        {entry.link ?? <Trans>not linked yet</Trans>}
                    </Fact>
                </Facts>
                <section className="min-w-0 space-y-2">
                    <h3 className="text-sm font-medium">
                        <Trans>What changed</Trans>
                    </h3>
                    <Difference rows={rows} />
                </section>
                {entry.detail !== null && (
                    <section className="min-w-0 space-y-2">
                        <h3 className="text-sm font-medium">
                            <Trans>Details</Trans>
                        </h3>
                        <pre tabIndex={0} className="max-h-64 overflow-auto rounded-md bg-muted p-3 text-xs">
                            {JSON.stringify(entry.detail, null, 2)}
                        </pre>
                    </section>
                )}
            </DialogContent>
        </Dialog>
    );
}

function Difference({ rows }: { rows: readonly DifferenceRow[] }) {
    return (
        <RecordTable
            rows={rows}
            none={<Trans>Nothing of what the trail keeps.</Trans>}
            columns={[
                {
                    title: <Trans>Field</Trans>,
                    cell: row => <span className="font-mono text-xs break-words">{row.path}</span>,
                },
                {
                    title: <Trans>Before</Trans>,
                    cell: row => (
                        <del className="block max-w-80 text-xs break-words whitespace-normal text-destructive no-underline">
                            {row.was}
                        </del>
                    ),
                },
                {
                    title: <Trans>After</Trans>,
                    cell: row => (
                        <ins className="block max-w-80 text-xs font-medium break-words whitespace-normal no-underline">
                            {row.is}
                        </ins>
                    ),
                },
            ]}
        />
    );
}
