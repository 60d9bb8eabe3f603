import { RecordTable } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Badge } from '@vendure/dashboard';
import { Figure } from './figure';
import { GroupName } from './group-name';
import type { FalsePositives } from './models.graphql';

/** Whether good orders of some groups would be stopped more often than those of others. */
export function FalsePositivesTable({ groups }: { groups: readonly FalsePositives[] }) {
    return (
        <RecordTable
            rows={groups.map(group => ({ ...group, id: group.group }))}
            none={<Trans>There is nothing to compare yet.</Trans>}
            columns={[
                { title: <Trans>Group</Trans>, cell: ({ group }) => <GroupName group={group} /> },
                { title: <Trans>Good orders</Trans>, cell: ({ goodOrders }) => goodOrders },
                { title: <Trans>Would be stopped</Trans>, cell: ({ rate }) => <Figure of={rate} /> },
                {
                    title: null,
                    cell: ({ differs }) =>
                        differs && (
                            <Badge variant="warning">
                                <Trans>Differs from the others</Trans>
                            </Badge>
                        ),
                },
            ]}
        />
    );
}
