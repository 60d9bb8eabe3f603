import { Trans } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api, Button } from '@vendure/dashboard';
import { useState } from 'react';
import { CodeField } from '../code-field';
import { proveMutation } from '../second-factor.graphql';

/** Whether the server asks for the second factor first. */
export function asksForSecondFactor(error: Error | null): boolean {
    return codeOf(error) === 'SECOND_FACTOR_STALE';
}

/** Asks for the second factor where it is needed, and goes on once it is shown. Not in a form of its own. */
export function StepUp({ onProven }: { onProven: () => void }) {
    const [code, setCode] = useState('');
    const prove = useMutation({
        mutationFn: () => api.mutate(proveMutation, { code }),
        onSuccess: onProven,
    });
    const isReady = !prove.isPending && code.trim() !== '';
    return (
        <div
            role="group"
            className="space-y-4 rounded-md border border-border bg-muted/50 p-4"
            onKeyDown={event => {
                if (event.key === 'Enter' && isReady) {
                    event.preventDefault();
                    prove.mutate();
                }
            }}
        >
            <p className="text-sm">
                <Trans>This needs your second factor, as you have not shown it for a while.</Trans>
            </p>
            <CodeField
                label={<Trans>A code from your app</Trans>}
                value={code}
                onChange={setCode}
                error={prove.error}
            />
            <Button type="button" disabled={!isReady} onClick={() => prove.mutate()}>
                <Trans>Confirm and go on</Trans>
            </Button>
        </div>
    );
}

function codeOf(error: Error | null): unknown {
    return error && 'extensions' in error
        ? (error.extensions as { readonly code?: unknown } | undefined)?.code
        : undefined;
}
