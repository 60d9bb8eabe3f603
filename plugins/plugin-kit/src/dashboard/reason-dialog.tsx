import { useLingui } from '@lingui/react';
import { Label, Textarea } from '@vendure/dashboard';
import { type ReactNode, useId, useState } from 'react';
import { FormDialog } from './form-dialog';
import { words } from './words';

export interface ReasonDialogProps {
    readonly title: string;
    /** What will happen. */
    readonly description: ReactNode;
    /** What the text is. Default: a reason, kept for those who look at it later. */
    readonly field?: { readonly label: ReactNode; readonly hint: ReactNode };
    readonly confirmLabel: string;
    readonly isDestructive?: boolean;
    /** Carries the decision out. An error's message is shown, and the dialog stays. */
    readonly onConfirm: (reason: string) => Promise<void>;
    readonly onClose: () => void;
    /** What else there is to choose. */
    readonly children?: ReactNode;
}

/** Asks why, before something is decided. */
export function ReasonDialog({ field, onConfirm, children, ...frame }: ReasonDialogProps) {
    const { _ } = useLingui();
    const [reason, setReason] = useState('');
    const id = useId();
    const said = reason.trim();
    return (
        <FormDialog {...frame} isComplete={said !== ''} onConfirm={() => onConfirm(said)}>
            {children}
            <div className="space-y-2">
                <Label htmlFor={id}>{field?.label ?? _(words.reason)}</Label>
                <Textarea
                    id={id}
                    name="reason"
                    required
                    autoFocus
                    aria-describedby={`${id}-hint`}
                    maxLength={2000}
                    value={reason}
                    onChange={event => setReason(event.target.value)}
                />
                <p id={`${id}-hint`} className="text-xs text-muted-foreground">
                    {field?.hint ?? _(words.keptWithYourName)}
                </p>
            </div>
        </FormDialog>
    );
}
