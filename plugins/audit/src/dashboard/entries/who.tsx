import { useLabel } from '@efi/plugin-kit/dashboard';
import { actorKinds } from '../shared/labels';
import type { Entry } from './entries.graphql';

/** Name of the account, or what kind of caller it was. */
export function Who({ of: { user, userId, actorKind } }: { of: Entry }) {
    const label = useLabel();
    return (
        <div className="min-w-32">
            <p className="break-words">{user ?? (userId ? `#${userId}` : label(actorKinds, actorKind))}</p>
            {(user ?? userId) && (
                <p className="text-xs text-muted-foreground">{label(actorKinds, actorKind)}</p>
            )}
        </div>
    );
}
