import { Age, RecordTable, useLabel } from '@efi/plugin-kit/dashboard';
import { Plural, Trans } from '@lingui/react/macro';
import { rules as names } from '../shared/labels';
import type { Rule, Run } from './retention.graphql';

export function RuleTable({ rules, runs }: { rules: readonly Rule[]; runs: readonly Run[] }) {
    const label = useLabel();
    return (
        <RecordTable
            rows={rules}
            none={<Trans>All rules are switched off.</Trans>}
            columns={[
                {
                    title: <Trans>What goes</Trans>,
                    cell: ({ id }) => (
                        <span className="block max-w-120 min-w-48 whitespace-normal">{label(names, id)}</span>
                    ),
                },
                {
                    title: <Trans>Without use</Trans>,
                    cell: ({ days }) => <Plural value={days} one="# day" other="# days" />,
                },
                {
                    title: <Trans>Last applied</Trans>,
                    cell: ({ id }) => {
                        const last = runs.find(({ rule, isDryRun }) => rule === id && !isDryRun);
                        return last ? <Age at={last.startedAt} /> : <Trans>not yet</Trans>;
                    },
                },
            ]}
        />
    );
}
