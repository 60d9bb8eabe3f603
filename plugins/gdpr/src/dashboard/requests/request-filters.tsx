import { Choice } from '@efi/plugin-kit/dashboard';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { cn } from '@vendure/dashboard';
import { kinds } from '../shared/labels';
import { pageOf, type Search, type Show, shows } from './request-search';

const names: Readonly<Record<Show, MessageDescriptor>> = {
    open: msg`Open`,
    unverified: msg`Not verified`,
    partial: msg`Partly done`,
    ended: msg`Over`,
    all: msg`All`,
};

/** Links, so that the way back from a request leads to the list that one came from. */
export function RequestFilters({ search }: { search: Search }) {
    const { i18n, t } = useLingui();
    const navigate = useNavigate();
    return (
        <div className="mb-4 flex flex-wrap items-end justify-between gap-4">
            <nav aria-label={t`Which requests`} className="flex flex-wrap gap-1">
                {(Object.keys(shows) as Show[]).map(show => (
                    <Link
                        key={show}
                        to={pageOf({ ...search, show })}
                        aria-current={show === search.show ? 'page' : undefined}
                        className={cn(
                            'rounded-md px-3 py-1.5 text-sm',
                            show === search.show
                                ? 'bg-muted font-medium'
                                : 'text-muted-foreground hover:bg-muted/50',
                        )}
                    >
                        {i18n._(names[show])}
                    </Link>
                ))}
            </nav>
            <div className="flex flex-wrap items-end gap-4">
                {search.customer && (
                    <Link
                        to={pageOf({ ...search, customer: '' })}
                        className="py-2 text-sm underline underline-offset-4"
                    >
                        <Trans>Of one customer: show all</Trans>
                    </Link>
                )}
                <Choice
                    label={<Trans>What is asked for</Trans>}
                    labels={kinds}
                    value={search.kind}
                    none={t`All`}
                    onChange={kind => void navigate({ to: pageOf({ ...search, kind }) })}
                />
            </div>
        </div>
    );
}
