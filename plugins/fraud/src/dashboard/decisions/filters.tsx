import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Badge, cn } from '@vendure/dashboard';
import { type Filter, waitingQuery } from '../shared/decisions.graphql';
import { useAdminQuery } from '../shared/use-admin-query';

export const filters: Readonly<Record<Filter, MessageDescriptor>> = {
    OPEN: msg`Open reviews`,
    APPEALS: msg`Appeals`,
    DECIDED: msg`Decided`,
    SHADOW: msg`Shadow mode`,
    ALL: msg`All`,
};

/** Links, so that the way back from a decision leads to the list that one came from. */
export function Filters({ current }: { current: Filter }) {
    const { i18n, t } = useLingui();
    const waiting = useAdminQuery(waitingQuery, {}).data;
    const counts: Partial<Record<Filter, number>> = {
        OPEN: waiting?.open.totalItems,
        APPEALS: waiting?.appeals.totalItems,
    };
    return (
        <nav aria-label={t`Which decisions`} className="mb-4 flex flex-wrap gap-1">
            {(Object.keys(filters) as Filter[]).map(filter => (
                <Link
                    key={filter}
                    to={`/fraud?filter=${filter}`}
                    aria-current={filter === current ? 'page' : undefined}
                    className={cn(
                        'inline-flex items-center gap-2 rounded-md px-3 py-1.5 text-sm',
                        filter === current
                            ? 'bg-muted font-medium'
                            : 'text-muted-foreground hover:bg-muted/50',
                    )}
                >
                    {i18n._(filters[filter])}
                    {Boolean(counts[filter]) && <Badge variant="warning">{counts[filter]}</Badge>}
                </Link>
            ))}
        </nav>
    );
}
