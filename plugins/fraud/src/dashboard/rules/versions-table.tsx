import { LabelBadge, Moment, RecordTable } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { verdicts } from '../shared/labels';
import { Points } from './points';
import type { Rule } from './rules.graphql';

/** Decisions keep the version that they were made by: none is ever deleted. */
export function VersionsTable({ versions }: { versions: readonly Rule[] }) {
    return (
        <RecordTable
            rows={versions}
            none={null}
            columns={[
                { title: <Trans>Version</Trans>, cell: ({ version }) => version },
                { title: <Trans>Since</Trans>, cell: ({ createdAt }) => <Moment at={createdAt} /> },
                {
                    title: <Trans>By</Trans>,
                    cell: ({ createdBy }) => createdBy ?? <Trans>came with the plugin</Trans>,
                },
                {
                    title: <Trans>Fires when</Trans>,
                    cell: ({ expression }) => (
                        <code className="block max-w-md min-w-48 text-xs break-words whitespace-normal">
                            {expression}
                        </code>
                    ),
                },
                { title: <Trans>Points</Trans>, cell: ({ points }) => <Points points={points} /> },
                {
                    title: <Trans>At least</Trans>,
                    cell: ({ atLeast }) => atLeast && <LabelBadge labels={verdicts} word={atLeast} />,
                },
                {
                    title: <Trans>State</Trans>,
                    cell: ({ enabled }) => (enabled ? <Trans>On</Trans> : <Trans>Off</Trans>),
                },
            ]}
        />
    );
}
