import { ReasonDialog } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { api, Button, PermissionGuard } from '@vendure/dashboard';
import { useState } from 'react';
import { orFail } from '../shared/or-fail';
import { type HeldPart, openHeldMutation } from './holds.graphql';

/** What a hold keeps of somebody who is erased, for who has said why they open it. Gone with the page. */
export function OpenHeld({ holdId }: { holdId: string }) {
    const { t } = useLingui();
    const [parts, setParts] = useState<readonly HeldPart[]>();
    const [isAsking, setIsAsking] = useState(false);
    if (parts) {
        return <HeldParts parts={parts} />;
    }
    return (
        <PermissionGuard requires={['OpenEfiHeldData']}>
            <Button type="button" variant="outline" size="sm" onClick={() => setIsAsking(true)}>
                <Trans>Open what is held…</Trans>
            </Button>
            {isAsking && (
                <ReasonDialog
                    title={t`Why do you open it?`}
                    description={
                        <p>
                            <Trans>Your name and the reason are written to the audit trail first.</Trans>
                        </p>
                    }
                    field={{
                        label: <Trans>In words</Trans>,
                        hint: (
                            <Trans>Such as the number of the case. Name nobody: the person is erased.</Trans>
                        ),
                    }}
                    confirmLabel={t`Open it`}
                    onConfirm={async because => {
                        const input = { holdId, because };
                        setParts(orFail((await api.mutate(openHeldMutation, { input })).result).parts);
                    }}
                    onClose={() => setIsAsking(false)}
                />
            )}
        </PermissionGuard>
    );
}

function HeldParts({ parts }: { parts: readonly HeldPart[] }) {
    return parts.length === 0 ? (
        <p className="text-muted-foreground">
            <Trans>There is nothing, or its key was destroyed.</Trans>
        </p>
    ) : (
        <ul className="space-y-3" data-testid="held-data">
            {parts.map(({ part, rows }) => (
                <li key={part}>
                    <p className="font-mono text-xs">{part}</p>
                    <pre
                        tabIndex={0}
                        className="max-h-64 overflow-auto rounded-md bg-muted p-3 text-xs whitespace-pre-wrap break-words"
                    >
                        {JSON.stringify(rows, null, 2)}
                    </pre>
                </li>
            ))}
        </ul>
    );
}
