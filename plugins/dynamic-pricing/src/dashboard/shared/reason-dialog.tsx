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

interface ReasonDialogProps {
    readonly title: string;
    /** What will happen. */
    readonly description: ReactNode;
    readonly confirmLabel: string;
    /** Carries the decision out. An error's message is shown, and the dialog stays. */
    readonly onConfirm: (reason: string) => Promise<void>;
    readonly onClose: () => void;
    /** What else there is to choose. */
    readonly children?: ReactNode;
}

/** Asks why, before something is decided. */
export function ReasonDialog({
    title,
    description,
    confirmLabel,
    onConfirm,
    onClose,
    children,
}: ReasonDialogProps) {
    const [reason, setReason] = useState('');
    const field = useId();
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
                        <DialogDescription>{description}</DialogDescription>
                    </DialogHeader>
                    {children}
                    <div className="space-y-2">
                        <Label htmlFor={field}>
                            <Trans>Reason</Trans>
                        </Label>
                        <Textarea
                            id={field}
                            name="reason"
                            required
                            autoFocus
                            value={reason}
                            disabled={decision.isPending}
                            onChange={event => setReason(event.target.value)}
                        />
                        <p className="text-xs text-muted-foreground">
                            <Trans>Kept with your name, for those who look at it later.</Trans>
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
                        <Button type="submit" disabled={decision.isPending || reason.trim() === ''}>
                            {confirmLabel}
                        </Button>
                    </DialogFooter>
                </form>
            </DialogContent>
        </Dialog>
    );
}
