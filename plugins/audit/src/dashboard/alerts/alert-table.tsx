import { Moment, RecordTable, useLabel } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { pageOf, type Search } from '../entries/entry-search';
import { patterns } from '../shared/labels';
import { Acknowledge } from './acknowledge';
import type { Alert } from './alerts.graphql';

export function AlertTable({ alerts }: { alerts: readonly Alert[] }) {
    const label = useLabel();
    return (
        <RecordTable
            rows={alerts}
            none={<Trans>Nothing was found that somebody should look at.</Trans>}
            columns={[
                { title: <Trans>When</Trans>, cell: ({ at }) => <Moment at={at} /> },
                {
                    title: <Trans>What was found</Trans>,
                    cell: alert => (
                        <div className="max-w-80 min-w-48 space-y-1 whitespace-normal">
                            <p className="font-medium">{label(patterns, alert.pattern)}</p>
                            {alert.message && (
                                <p className="text-xs break-words text-destructive">{alert.message}</p>
                            )}
                        </div>
                    ),
                },
                { title: <Trans>Whom it is about</Trans>, cell: alert => <About alert={alert} /> },
                { title: <Trans>Entries</Trans>, cell: ({ count }) => count },
                { title: <Trans>Last one</Trans>, cell: ({ lastAt }) => <Moment at={lastAt} /> },
                { title: <Trans>Looked at</Trans>, cell: alert => <Acknowledge alert={alert} /> },
            ]}
        />
    );
}

/** Leads to what the account did, or what came from the address. */
function About({ alert: { user, userId, address } }: { alert: Alert }) {
    const link = (text: string, search: Search) => (
        <Link to={pageOf(search)} className="break-words underline underline-offset-4">
            {text}
        </Link>
    );
    if (user) {
        return link(user, { user });
    }
    return address ? link(address, { address }) : <>{userId ? `#${userId}` : '–'}</>;
}
