import { LoadFailed, Loading, Moment, RecordTable, useLabel } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Badge, Button, PermissionGuard } from '@vendure/dashboard';
import { PencilIcon } from 'lucide-react';
import { placements, targets } from '../shared/labels';
import { useAdminQuery } from '../shared/use-admin-query';
import { DeleteButton } from './delete-button';
import { RuleBadge } from './rule-badge';
import { type Rule, rulesQuery } from './rules.graphql';

export function RulesTable({ onEdit }: { onEdit: (rule: Rule) => void }) {
    const rules = useAdminQuery(rulesQuery, {});
    const label = useLabel();
    if (rules.isPending) {
        return <Loading />;
    }
    if (rules.isError) {
        return <LoadFailed query={rules} />;
    }
    return (
        <RecordTable
            rows={rules.data.efiRecommendationRules}
            none={<Trans>No rules: lists are as the models make them.</Trans>}
            columns={[
                { title: <Trans>Rule</Trans>, cell: rule => <RuleBadge rule={rule} /> },
                { title: <Trans>About</Trans>, cell: rule => <Target rule={rule} /> },
                {
                    title: <Trans>Placement</Trans>,
                    cell: ({ placement }) =>
                        placement === null ? <Trans>All placements</Trans> : label(placements, placement),
                },
                { title: <Trans>In force</Trans>, cell: rule => <Force rule={rule} /> },
                {
                    title: null,
                    cell: rule => (
                        <PermissionGuard requires={['ManageEfiRecommendations']}>
                            <span className="flex justify-end gap-1">
                                <EditButton onClick={() => onEdit(rule)} />
                                <DeleteButton rule={rule} />
                            </span>
                        </PermissionGuard>
                    ),
                },
            ]}
        />
    );

    function Target({ rule: { target, targetId, targetName } }: { rule: Rule }) {
        return (
            <span className="block min-w-40 whitespace-normal">
                {target === 'EVERYTHING' ? (
                    label(targets, target)
                ) : targetName === null ? (
                    <span className="text-destructive">
                        <Trans>Gone ({targetId}): the rule does nothing</Trans>
                    </span>
                ) : (
                    <>
                        {targetName}
                        <span className="block text-xs text-muted-foreground">{label(targets, target)}</span>
                    </>
                )}
            </span>
        );
    }
}

function EditButton({ onClick }: { onClick: () => void }) {
    return (
        <Button variant="ghost" size="sm" onClick={onClick}>
            <PencilIcon className="size-4" />
            <Trans>Edit</Trans>
        </Button>
    );
}

function Force({ rule: { enabled, startsAt, endsAt } }: { rule: Rule }) {
    const now = new Date().toISOString();
    const state = !enabled ? (
        <Badge variant="outline">
            <Trans>Switched off</Trans>
        </Badge>
    ) : endsAt !== null && new Date(endsAt).toISOString() <= now ? (
        <Badge variant="outline">
            <Trans>Over</Trans>
        </Badge>
    ) : startsAt !== null && new Date(startsAt).toISOString() > now ? (
        <Badge variant="secondary">
            <Trans>Planned</Trans>
        </Badge>
    ) : (
        <Badge variant="success">
            <Trans>Now</Trans>
        </Badge>
    );
    return (
        <span className="space-y-1">
            {state}
            {(startsAt ?? endsAt) !== null && (
                <span className="block max-w-36 text-xs whitespace-normal text-muted-foreground">
                    {startsAt === null ? '…' : <Moment at={startsAt} />} –{' '}
                    {endsAt === null ? '…' : <Moment at={endsAt} />}
                </span>
            )}
        </span>
    );
}
