import { Moment } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Badge, Button } from '@vendure/dashboard';
import type { Session } from './sessions.graphql';

/**
 * Where an account is signed in. The session of the page itself ends by signing out.
 *
 * @param onEnd - Left out for whoever may only look.
 */
export function SessionList({ of, onEnd }: { of: readonly Session[]; onEnd?: (session: Session) => void }) {
    if (of.length === 0) {
        return (
            <p className="text-sm text-muted-foreground">
                <Trans>Not signed in anywhere.</Trans>
            </p>
        );
    }
    return (
        <ul className="divide-y" data-testid="sessions">
            {of.map(session => (
                <li
                    key={session.id}
                    className="flex items-start justify-between gap-4 py-3 first:pt-0 last:pb-0"
                >
                    <div className="min-w-0 text-sm">
                        <p className="flex flex-wrap items-center gap-2 font-medium">
                            <Device of={session} />
                            {session.isCurrent && (
                                <Badge variant="success">
                                    <Trans>This one</Trans>
                                </Badge>
                            )}
                        </p>
                        <p className="flex flex-wrap gap-x-3 text-xs text-muted-foreground">
                            {session.address && <span>{session.address}</span>}
                            <span>
                                <Trans>
                                    since <Moment at={session.createdAt} />
                                </Trans>
                            </span>
                            <span>
                                <Trans>
                                    last used <Moment at={session.lastUsedAt} />
                                </Trans>
                            </span>
                        </p>
                    </div>
                    {onEnd && !session.isCurrent && (
                        <Button type="button" variant="outline" size="sm" onClick={() => onEnd(session)}>
                            <Trans>Sign out…</Trans>
                        </Button>
                    )}
                </li>
            ))}
        </ul>
    );
}

/** A device in words. */
export function Device({ of: { browser, system } }: { of: Session }) {
    const names = [browser, system].filter(Boolean).join(', ');
    return names === '' ? <Trans>Unknown device or program</Trans> : names;
}
