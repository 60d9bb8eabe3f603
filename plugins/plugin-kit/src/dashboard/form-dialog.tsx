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
} from '@vendure/dashboard';
import type { FormEvent, ReactNode } from 'react';
import { ActError } from './act-error';
import { words } from './words';

export interface FormDialogProps {
    readonly title: ReactNode;
    /** What will happen. */
    readonly description: ReactNode;
    readonly confirmLabel: ReactNode;
    readonly isDestructive?: boolean;
    /** Whether what is filled in can be sent. */
    readonly isComplete: boolean;
    /** Carries it out; then the dialog closes. An error's message is shown, and the dialog stays. */
    readonly onConfirm: () => Promise<void>;
    readonly onClose: () => void;
    /** The fields. None can be changed while it is carried out. */
    readonly children: ReactNode;
}

/** Asks for what an act needs, carries it out, and can't be closed meanwhile. */
export function FormDialog(props: FormDialogProps) {
    const { title, description, confirmLabel, isDestructive, isComplete, onConfirm, onClose, children } =
        props;
    const { _ } = useLingui();
    const act = useMutation({ mutationFn: onConfirm, onSuccess: onClose });
    const submit = (event: FormEvent) => {
        event.preventDefault();
        // React hands events on to where the dialog was opened, and a page's own form would be sent as well.
        event.stopPropagation();
        if (isComplete && !act.isPending) {
            act.mutate();
        }
    };
    return (
        <Dialog open onOpenChange={isOpen => !isOpen && !act.isPending && onClose()}>
            <DialogContent className="max-h-[90vh] overflow-y-auto">
                <form noValidate onSubmit={submit} className="space-y-4">
                    <DialogHeader>
                        <DialogTitle>{title}</DialogTitle>
                        <DialogDescription render={<div className="space-y-2" />}>
                            {description}
                        </DialogDescription>
                    </DialogHeader>
                    <fieldset disabled={act.isPending} className="min-w-0 space-y-4">
                        {children}
                    </fieldset>
                    <ActError error={act.error} />
                    <DialogFooter>
                        <Button type="button" variant="outline" disabled={act.isPending} onClick={onClose}>
                            {_(words.cancel)}
                        </Button>
                        <Button
                            type="submit"
                            variant={isDestructive ? 'destructive' : 'default'}
                            disabled={act.isPending || !isComplete}
                        >
                            {confirmLabel}
                        </Button>
                    </DialogFooter>
                </form>
            </DialogContent>
        </Dialog>
    );
}
