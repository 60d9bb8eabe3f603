import { Moment } from '@efi/plugin-kit/dashboard';
import { Plural, Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Badge } from '@vendure/dashboard';
import type { Audited } from './role-audit.graphql';

export function AuditList({ of: audited }: { of: readonly Audited[] }) {
    if (audited.length === 0) {
        return (
            <p className="text-sm text-muted-foreground">
                <Trans>Nobody in this channel has a permission like that.</Trans>
            </p>
        );
    }
    return (
        <ul className="divide-y" data-testid="role-audit">
            {audited.map(person => (
                <li key={person.administratorId} className="space-y-2 py-4 text-sm first:pt-0 last:pb-0">
                    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                        <Link
                            to={`/administrators/${person.administratorId}`}
                            className="font-medium break-all underline underline-offset-4"
                        >
                            {person.identifier}
                        </Link>
                        {person.roles.map(role => (
                            <Badge key={role} variant="secondary">
                                {role}
                            </Badge>
                        ))}
                        <span className="text-xs text-muted-foreground">
                            {person.lastLogin ? (
                                <Trans>
                                    signed in last <Moment at={person.lastLogin} />
                                </Trans>
                            ) : (
                                <Trans>never signed in</Trans>
                            )}
                        </span>
                    </p>
                    <Permissions of={person} />
                </li>
            ))}
        </ul>
    );
}

function Permissions({ of: { permissions, unused } }: { of: Audited }) {
    const isUnused = new Set(unused);
    const count = permissions.filter(({ name }) => isUnused.has(name)).length;
    return (
        <details>
            <summary className="cursor-pointer">
                <Plural value={permissions.length} one="# permission" other="# permissions" />
                {count > 0 && (
                    <Badge variant="warning" className="ml-2">
                        <Trans>{count} could be taken away</Trans>
                    </Badge>
                )}
            </summary>
            <ul className="mt-2 space-y-2 sm:space-y-1">
                {permissions.map(({ name, lastUsedAt }) => (
                    <li key={name} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs">
                        <span className="font-mono sm:min-w-64">{name}</span>
                        <span className="text-muted-foreground">
                            {lastUsedAt ? (
                                <Trans>
                                    used <Moment at={lastUsedAt} />
                                </Trans>
                            ) : (
                                <Trans>never used</Trans>
                            )}
                        </span>
                        {isUnused.has(name) && (
                            <Badge variant="warning">
                                <Trans>could be taken away</Trans>
                            </Badge>
                        )}
                    </li>
                ))}
            </ul>
        </details>
    );
}
