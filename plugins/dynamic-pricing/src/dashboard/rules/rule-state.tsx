import { Moment } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Badge } from '@vendure/dashboard';
import type { Rule } from './rules.graphql';

/** Whether a rule has effect now, and from when until when. */
export function RuleState({ rule: { enabled, startsAt, endsAt } }: { rule: Rule }) {
    return (
        <span className="block space-y-1">
            {stateOf()}
            {(startsAt ?? endsAt) !== null && (
                <span className="block text-xs text-muted-foreground">
                    {startsAt === null ? '…' : <Moment at={startsAt} />} –{' '}
                    {endsAt === null ? '…' : <Moment at={endsAt} />}
                </span>
            )}
        </span>
    );

    function stateOf() {
        const now = Date.now();
        if (!enabled) {
            return (
                <Badge variant="outline">
                    <Trans>Switched off</Trans>
                </Badge>
            );
        }
        if (endsAt !== null && Date.parse(endsAt) <= now) {
            return (
                <Badge variant="outline">
                    <Trans>Ended</Trans>
                </Badge>
            );
        }
        return startsAt !== null && Date.parse(startsAt) > now ? (
            <Badge variant="secondary">
                <Trans>Planned</Trans>
            </Badge>
        ) : (
            <Badge variant="success">
                <Trans>Active</Trans>
            </Badge>
        );
    }
}
