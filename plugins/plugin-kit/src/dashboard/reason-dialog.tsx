import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import {
    Button,
    Dialog,
    DialogContent,
    DialogDescription,
    DialogFooter,
    DialogHeader,
    DialogTitle,
    Label,
    Textarea,
} from '@vendure/dashboard';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { ActError } from './act-error';
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
export function ReasonDialog(props: ReasonDialogProps) {
    const {
        title,
        description,
        field,
        confirmLabel,
        isDestructive = false,
        onConfirm,
        onClose,
        children,
    } = props;
    const { _ } = useLingui();
    const [reason, setReason] = useState('');
    const id = useId();
    const decision = useMutation({ mutationFn: onConfirm, onSuccess: onClose });
    const submit = (event: FormEvent) => {
        event.preventDefault();
        // React hands events on to where the dialog was opened, and a page's own form would be sent as well.
        event.stopPropagation();
        decision.mutate(reason.trim());
    };
    return (
        <Dialog open onOpenChange={isOpen => !isOpen && !decision.isPending && onClose()}>
            <DialogContent>
                <form noValidate onSubmit={submit} className="space-y-4">
                    <DialogHeader>
                        <DialogTitle>{title}</DialogTitle>
                        <DialogDescription render={<div className="space-y-2" />}>
                            {description}
                        </DialogDescription>
                    </DialogHeader>
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
                            disabled={decision.isPending}
                            onChange={event => setReason(event.target.value)}
                        />
                        <p id={`${id}-hint`} className="text-xs text-muted-foreground">
                            {field?.hint ?? _(words.keptWithYourName)}
                        </p>
                    </div>
                    <ActError error={decision.error} />
                    <DialogFooter>
                        <Button
                            type="button"
                            variant="outline"
                            disabled={decision.isPending}
                            onClick={onClose}
                        >
                            {_(words.cancel)}
                        </Button>
                        <Button
                            type="submit"
                            variant={isDestructive ? 'destructive' : 'default'}
                            disabled={decision.isPending || reason.trim() === ''}
                        >
                            {confirmLabel}
                        </Button>
                    </DialogFooter>
                </form>
            </DialogContent>
        </Dialog>
    );
}
