import { Trans } from '@lingui/react/macro';

/** How many are shown before the rest is folded away. */
const SHOWN = 4;

/** Names of permissions or roles, as the API has them. */
export function Names({ names }: { names: readonly string[] }) {
    const rest = names.length - SHOWN;
    return (
        <div className="max-w-80 min-w-40 space-y-1 font-mono text-xs whitespace-normal break-words">
            <p>{names.slice(0, SHOWN).join(', ')}</p>
            {rest > 0 && (
                <details>
                    <summary className="cursor-pointer font-sans text-muted-foreground">
                        <Trans>{rest} more</Trans>
                    </summary>
                    <p>{names.slice(SHOWN).join(', ')}</p>
                </details>
            )}
        </div>
    );
}
