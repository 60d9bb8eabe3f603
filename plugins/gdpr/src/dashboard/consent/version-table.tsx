import { Moment, RecordTable, useLabel } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { purposes as names } from '../shared/labels';
import type { ConsentVersion } from './consent.graphql';

export function VersionTable({ versions }: { versions: readonly ConsentVersion[] }) {
    const label = useLabel();
    return (
        <RecordTable
            rows={versions.map(version => ({ ...version, id: String(version.version) }))}
            none={<Trans>There are no texts: nobody is asked.</Trans>}
            columns={[
                { title: <Trans>Version</Trans>, cell: ({ version }) => version },
                {
                    title: <Trans>Published</Trans>,
                    cell: ({ publishedAt, publishedByName }) => (
                        <div>
                            <Moment at={publishedAt} />
                            {publishedByName && (
                                <p className="text-xs text-muted-foreground">{publishedByName}</p>
                            )}
                        </div>
                    ),
                },
                {
                    title: <Trans>Decisions</Trans>,
                    cell: ({ purposes }) => (
                        <ul className="space-y-1">
                            {purposes.map(({ purpose, agreed, refused }) => (
                                <li key={purpose} className="flex flex-wrap gap-x-2">
                                    <span className="font-medium">{label(names, purpose)}</span>
                                    <span className="text-muted-foreground tabular-nums">
                                        <Trans>
                                            {agreed} agreed, {refused} refused
                                        </Trans>
                                    </span>
                                </li>
                            ))}
                        </ul>
                    ),
                },
            ]}
        />
    );
}
