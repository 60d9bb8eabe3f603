import { LoadFailed, Loading, RecordTable } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { useAdminQuery } from '../shared/use-admin-query';
import { usePercent } from './figure';
import { GroupName } from './group-name';
import { fairnessQuery } from './models.graphql';

/** How groups of customers fared in the last 90 days. */
export function Fairness() {
    const percent = usePercent();
    const query = useAdminQuery(fairnessQuery, {});
    if (query.isPending) {
        return <Loading />;
    }
    if (query.isError) {
        return <LoadFailed query={query} />;
    }
    const { byCountry, byAccountAge } = query.data.efiFraudFairness;
    return (
        <div className="space-y-6">
            {[byCountry, byAccountAge].map((groups, index) => (
                <RecordTable
                    key={index}
                    rows={groups.map(group => ({ ...group, id: group.group }))}
                    none={<Trans>There is nothing to compare yet.</Trans>}
                    columns={[
                        {
                            title: index === 0 ? <Trans>Country</Trans> : <Trans>Age of the account</Trans>,
                            cell: ({ group }) => <GroupName group={group} />,
                        },
                        { title: <Trans>Attempts</Trans>, cell: ({ orders }) => orders },
                        { title: <Trans>Blocked</Trans>, cell: ({ blockRate }) => percent(blockRate) },
                        { title: <Trans>Reviewed</Trans>, cell: ({ reviewRate }) => percent(reviewRate) },
                        {
                            title: <Trans>Stopped though good</Trans>,
                            cell: ({ falsePositiveRate }) =>
                                falsePositiveRate === null ? '–' : percent(falsePositiveRate),
                        },
                    ]}
                />
            ))}
        </div>
    );
}
