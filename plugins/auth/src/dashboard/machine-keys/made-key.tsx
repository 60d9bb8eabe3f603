import { Trans, useLingui } from '@lingui/react/macro';
import { Button, DialogFooter, toast } from '@vendure/dashboard';
import { CopyIcon } from 'lucide-react';

/** A new key, this once. */
export function MadeKey({ of: key, onKept }: { of: string; onKept: () => void }) {
    const { t } = useLingui();
    const copy = async () => {
        try {
            await navigator.clipboard.writeText(key);
            toast.success(t`The key is copied.`);
        } catch {
            toast.error(t`Your browser does not let this page copy. Please select the key and copy it.`);
        }
    };
    return (
        <div className="min-w-0 space-y-4">
            <p role="status" className="text-sm">
                <Trans>
                    Copy it now to where the program reads it: it is not shown again, and nobody can look it
                    up. Whoever has it may do what is in its scopes.
                </Trans>
            </p>
            <p
                data-testid="machine-key"
                className="rounded-md border border-border bg-muted/50 p-3 font-mono text-sm break-all select-all"
            >
                {key}
            </p>
            <Button type="button" variant="outline" onClick={() => void copy()}>
                <CopyIcon className="size-4" />
                <Trans>Copy</Trans>
            </Button>
            <DialogFooter>
                <Button type="button" onClick={onKept}>
                    <Trans>I have kept it</Trans>
                </Button>
            </DialogFooter>
        </div>
    );
}
