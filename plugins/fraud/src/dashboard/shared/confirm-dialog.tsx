import { Trans } from '@lingui/react/macro';
import type { UseMutationResult } from '@tanstack/react-query';
import {
    Button,
    Dialog,
    DialogContent,
    DialogDescription,
    DialogFooter,
    DialogHeader,
    DialogTitle,
} from '@vendure/dashboard';
import type { ReactNode } from 'react';

/** Asks before something is done that needs no reason. An error's message is shown, and the dialog stays. */
export function ConfirmDialog({
    title,
    confirmLabel,
    isDestructive,
    action,
    onClose,
    children,
}: {
    title: string;
    confirmLabel: string;
    isDestructive: boolean;
    action: UseMutationResult<void, Error, void>;
    onClose: () => void;
    /** What will happen. */
    children: ReactNode;
}) {
    return (
        <Dialog open onOpenChange={isOpen => !isOpen && !action.isPending && onClose()}>
            <DialogContent>
                <DialogHeader>
                    <DialogTitle>{title}</DialogTitle>
                    <DialogDescription render={<div className="space-y-2" />}>{children}</DialogDescription>
                </DialogHeader>
                {action.error && (
                    <p role="alert" className="text-sm text-destructive">
                        {action.error.message}
                    </p>
                )}
                <DialogFooter>
                    <Button type="button" variant="outline" disabled={action.isPending} onClick={onClose}>
                        <Trans>Cancel</Trans>
                    </Button>
                    <Button
                        type="button"
                        variant={isDestructive ? 'destructive' : 'default'}
                        disabled={action.isPending}
                        onClick={() => action.mutate()}
                    >
                        {confirmLabel}
                    </Button>
                </DialogFooter>
            </DialogContent>
        </Dialog>
    );
}
