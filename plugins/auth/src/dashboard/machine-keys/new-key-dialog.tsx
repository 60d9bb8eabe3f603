import { Trans } from '@lingui/react/macro';
import { Dialog, DialogContent, DialogHeader, DialogTitle } from '@vendure/dashboard';
import { useState } from 'react';
import { KeyForm } from './key-form';
import type { MachineKey } from './machine-keys.graphql';
import { MadeKey } from './made-key';

/** Makes a key, and shows it once. @param model - A key to make another like. */
export function NewKeyDialog({ model, onClose }: { model?: MachineKey; onClose: () => void }) {
    const [made, setMade] = useState<string>();
    // A click beside it would lose the key for good.
    return (
        <Dialog open onOpenChange={isOpen => !isOpen && !made && onClose()}>
            <DialogContent className="max-h-[90dvh] overflow-y-auto" showCloseButton={!made}>
                <DialogHeader>
                    <DialogTitle>{made ? <Trans>Your new key</Trans> : <Trans>New key</Trans>}</DialogTitle>
                </DialogHeader>
                {made ? (
                    <MadeKey of={made} onKept={onClose} />
                ) : (
                    <KeyForm model={model} onMade={setMade} onCancel={onClose} />
                )}
            </DialogContent>
        </Dialog>
    );
}
