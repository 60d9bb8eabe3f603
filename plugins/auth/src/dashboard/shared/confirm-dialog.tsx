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
import { ActError } from './act-error';

/** Asks before something is ended. An error's message is shown, and the dialog stays. */
export function ConfirmDialog({
    title,
    confirmLabel,
    action,
    onClose,
    children,
}: {
    title: string;
    confirmLabel: string;
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
                    <DialogDescription>{children}</DialogDescription>
                </DialogHeader>
                <ActError error={action.error} />
                <DialogFooter>
                    <Button type="button" variant="outline" disabled={action.isPending} onClick={onClose}>
                        <Trans>Cancel</Trans>
                    </Button>
                    <Button
                        type="button"
                        variant="destructive"
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
