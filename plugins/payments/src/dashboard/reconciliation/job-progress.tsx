import { LoadFailed } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { Progress } from '@vendure/dashboard';
import { useEffect } from 'react';
import { useAdminQuery, useRefresh } from '../shared/use-admin-query';
import { jobQuery } from './reconciliation.graphql';

const ONE_SECOND = 1_000;

/** How far a comparison is, and how it ended. */
export function JobProgress({ id }: { id: string }) {
    const { t } = useLingui();
    const refresh = useRefresh();
    const query = useAdminQuery(jobQuery, { id }, data => (data?.job?.isSettled ? false : ONE_SECOND));
    const job = query.data?.job;
    const isSettled = job?.isSettled ?? false;
    useEffect(() => {
        if (isSettled) {
            void refresh();
        }
        // Once, when the job ends: `refresh` is a new function each time.
    }, [isSettled]);
    if (query.isError) {
        return <LoadFailed query={query} />;
    }
    if (isSettled) {
        return (
            <p role="status" className="text-sm">
                {job?.state === 'COMPLETED' ? (
                    <Trans>Compared.</Trans>
                ) : (
                    <span className="text-destructive">
                        <Trans>The comparison failed.</Trans> {job?.error}
                    </span>
                )}
            </p>
        );
    }
    return <Progress value={job?.progress ?? 0} aria-label={t`Comparing`} className="max-w-md" />;
}
