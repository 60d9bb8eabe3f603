import { Age, LoadFailed, Loading, RecordTable, useLabel } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api, Badge, Button, PermissionGuard, toast } from '@vendure/dashboard';
import { PlusIcon } from 'lucide-react';
import { useState } from 'react';
import { deliveryProblems } from '../shared/labels';
import { useAdminQuery, useRefresh } from '../shared/use-admin-query';
import { FeedDialog } from './feed-dialog';
import { deleteFeedMutation, type Feed, feedsQuery, fetchFeedMutation } from './feeds.graphql';
import { RejectedRows } from './rejected-rows';

/** From then on a feed's prices are old news. */
const STALE_MS = 24 * 3_600_000;

/** While somebody looks, what the worker did shows by itself. Milliseconds. */
const LOOK_AGAIN = 5_000;

export function Feeds() {
    const feeds = useAdminQuery(feedsQuery, {}, LOOK_AGAIN);
    const [edited, setEdited] = useState<Feed | 'new'>();
    if (feeds.isPending) {
        return <Loading />;
    }
    if (feeds.isError) {
        return <LoadFailed query={feeds} />;
    }
    return (
        <div className="space-y-4">
            <PermissionGuard requires={['ManageEfiPricing']}>
                <Button onClick={() => setEdited('new')}>
                    <PlusIcon className="size-4" />
                    <Trans>New feed</Trans>
                </Button>
            </PermissionGuard>
            <RecordTable
                rows={feeds.data.efiCompetitorFeeds}
                none={<Trans>No feed yet.</Trans>}
                columns={[
                    { title: <Trans>Feed</Trans>, cell: feed => <Name feed={feed} /> },
                    { title: <Trans>Age</Trans>, cell: feed => <FeedAge feed={feed} /> },
                    { title: <Trans>Last delivery</Trans>, cell: feed => <LastDelivery feed={feed} /> },
                    {
                        title: null,
                        cell: feed => (
                            <PermissionGuard requires={['ManageEfiPricing']}>
                                <Actions feed={feed} onEdit={() => setEdited(feed)} />
                            </PermissionGuard>
                        ),
                    },
                ]}
            />
            {edited && (
                <FeedDialog
                    {...(edited === 'new' ? {} : { feed: edited })}
                    onClose={() => setEdited(undefined)}
                />
            )}
        </div>
    );
}

function Name({ feed: { name, url, currencyCode, competitor } }: { feed: Feed }) {
    return (
        <span className="block min-w-40 max-w-72 whitespace-normal">
            <span className="font-medium">{name}</span>
            <span className="block text-xs break-all text-muted-foreground">
                {[competitor, currencyCode, url].filter(Boolean).join(' · ')}
            </span>
        </span>
    );
}

function FeedAge({ feed: { enabled, lastGoodAt } }: { feed: Feed }) {
    const isStale = lastGoodAt !== null && Date.now() - Date.parse(lastGoodAt) > STALE_MS;
    return (
        <span className="block space-y-1">
            {lastGoodAt === null ? <Trans>Nothing taken yet</Trans> : <Age at={lastGoodAt} />}
            {enabled ? (
                isStale && (
                    <Badge variant="warning" className="block w-fit">
                        <Trans>Stale</Trans>
                    </Badge>
                )
            ) : (
                <Badge variant="outline" className="block w-fit">
                    <Trans>Switched off</Trans>
                </Badge>
            )}
        </span>
    );
}

function LastDelivery({ feed }: { feed: Feed }) {
    const label = useLabel();
    const { lastTriedAt, lastProblem, lastGoodRows, rejectedRows } = feed;
    if (lastTriedAt === null) {
        return <Trans>Never fetched</Trans>;
    }
    return (
        <span className="block min-w-44 space-y-1 whitespace-normal">
            {lastProblem === null ? (
                <Trans>Taken: {lastGoodRows} rows</Trans>
            ) : (
                <span className="text-destructive">
                    <Trans>Not taken.</Trans> {label(deliveryProblems, lastProblem)}
                </span>
            )}
            <span className="block text-xs text-muted-foreground">
                <Age at={lastTriedAt} />
            </span>
            <RejectedRows rows={rejectedRows} />
        </span>
    );
}

function Actions({ feed, onEdit }: { feed: Feed; onEdit: () => void }) {
    const { t } = useLingui();
    const refresh = useRefresh();
    const fetchNow = useMutation({
        mutationFn: () => api.mutate(fetchFeedMutation, { id: feed.id }),
        onSuccess: () => toast.success(t`The worker fetches the feed.`),
        onError: error => toast.error(error.message),
    });
    const remove = useMutation({
        mutationFn: async () => {
            await api.mutate(deleteFeedMutation, { id: feed.id });
            await refresh();
        },
        onError: error => toast.error(error.message),
    });
    return (
        <span className="flex flex-wrap justify-end gap-1">
            <Button
                variant="outline"
                size="sm"
                disabled={fetchNow.isPending}
                onClick={() => fetchNow.mutate()}
            >
                <Trans>Fetch now</Trans>
            </Button>
            <Button variant="ghost" size="sm" onClick={onEdit}>
                <Trans>Edit</Trans>
            </Button>
            <Button variant="ghost" size="sm" disabled={remove.isPending} onClick={() => remove.mutate()}>
                <Trans>Delete</Trans>
            </Button>
        </span>
    );
}
