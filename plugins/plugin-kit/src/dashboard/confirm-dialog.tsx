import { useLingui } from '@lingui/react';
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
import { words } from './words';

/** Asks before something is done that needs no reason. An error's message is shown, and the dialog stays. */
export function ConfirmDialog({
    title,
    confirmLabel,
    isDestructive = true,
    action,
    onClose,
    children,
}: {
    title: string;
    confirmLabel: string;
    /** @default true */
    isDestructive?: boolean;
    action: UseMutationResult<void, Error, void>;
    onClose: () => void;
    /** What will happen. */
    children: ReactNode;
}) {
    const { _ } = useLingui();
    return (
        <Dialog open onOpenChange={isOpen => !isOpen && !action.isPending && onClose()}>
            <DialogContent>
                <DialogHeader>
                    <DialogTitle>{title}</DialogTitle>
                    <DialogDescription render={<div className="space-y-2" />}>{children}</DialogDescription>
                </DialogHeader>
                <ActError error={action.error} />
                <DialogFooter>
                    <Button type="button" variant="outline" disabled={action.isPending} onClick={onClose}>
                        {_(words.cancel)}
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
