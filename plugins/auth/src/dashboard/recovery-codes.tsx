import { Trans } from '@lingui/react/macro';
import { Button } from '@vendure/dashboard';

/** Recovery codes, this once. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
    return (
        <div className="space-y-4">
            <p className="text-sm">
                <Trans>
                    Keep these recovery codes where your phone is not. Each gets you in once without the app.
                    They are not shown again.
                </Trans>
            </p>
            <ul className="grid max-w-sm grid-cols-2 gap-2 font-mono text-sm" data-testid="recovery-codes">
                {codes.map(code => (
                    <li key={code}>{code}</li>
                ))}
            </ul>
            <Button type="button" onClick={onKept}>
                <Trans>I have kept them</Trans>
            </Button>
        </div>
    );
}
