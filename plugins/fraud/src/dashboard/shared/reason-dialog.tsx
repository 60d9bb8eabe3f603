import { Trans } from '@lingui/react/macro';
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
}

/** Asks why, before something is decided. */
export function ReasonDialog(props: ReasonDialogProps) {
    const { title, description, field, confirmLabel, isDestructive = false, onConfirm, onClose } = props;
    const [reason, setReason] = useState('');
    const id = useId();
    const decision = useMutation({ mutationFn: onConfirm, onSuccess: onClose });
    const submit = (event: FormEvent) => {
        event.preventDefault();
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
                    <div className="space-y-2">
                        <Label htmlFor={id}>{field?.label ?? <Trans>Reason</Trans>}</Label>
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
                            {field?.hint ?? (
                                <Trans>Kept with your name, for those who look at it later.</Trans>
                            )}
                        </p>
                    </div>
                    {decision.error && (
                        <p role="alert" className="text-sm text-destructive">
                            {decision.error.message}
                        </p>
                    )}
                    <DialogFooter>
                        <Button
                            type="button"
                            variant="outline"
                            disabled={decision.isPending}
                            onClick={onClose}
                        >
                            <Trans>Cancel</Trans>
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
