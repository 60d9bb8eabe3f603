import { LabelBadge, Moment, RecordTable } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { partStates } from '../shared/labels';
import type { Part } from './requests.graphql';

/** What is left to do comes first. */
const ORDER = ['FAILED', 'HELD', 'WAITING', 'DONE'];

export function PartTable({ parts }: { parts: readonly Part[] }) {
    const rows = parts
        .map(part => ({ ...part, id: part.part }))
        .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
    return (
        <RecordTable
            rows={rows}
            none={null}
            columns={[
                {
                    title: <Trans>Part</Trans>,
                    cell: ({ part }) => (
                        <span className="block max-w-52 font-mono text-xs break-words whitespace-normal">
                            {part}
                        </span>
                    ),
                },
                {
                    title: <Trans>State</Trans>,
                    cell: ({ state }) => <LabelBadge labels={partStates} word={state} />,
                },
                { title: <Trans>Why</Trans>, cell: ({ problem }) => problem ?? '–' },
                { title: <Trans>Rows</Trans>, cell: ({ rows: count }) => count },
                { title: <Trans>Tries</Trans>, cell: ({ attempts }) => attempts },
                {
                    title: <Trans>Done on</Trans>,
                    cell: ({ doneAt }) => (doneAt ? <Moment at={doneAt} /> : '–'),
                },
            ]}
        />
    );
}
