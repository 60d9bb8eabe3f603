import { ActError, Choice } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import {
    api,
    Button,
    Dialog,
    DialogContent,
    DialogDescription,
    DialogFooter,
    DialogHeader,
    DialogTitle,
    Input,
    Label,
} from '@vendure/dashboard';
import { type FormEvent, useId, useState } from 'react';
import { orFail } from '../shared/or-fail';
import { kinds } from '../shared/labels';
import { useRefresh } from '../shared/use-admin-query';
import { openMutation } from './requests.graphql';

/** For somebody who wrote or called. It waits until somebody has seen who asks. */
export function OpenRequestDialog({ onClose }: { onClose: () => void }) {
    const id = useId();
    const navigate = useNavigate();
    const refresh = useRefresh();
    const [kind, setKind] = useState('ACCESS');
    const [emailAddress, setEmailAddress] = useState('');
    const open = useMutation({
        mutationFn: async () => {
            const opened = orFail((await api.mutate(openMutation, { input: { kind, emailAddress } })).result);
            await refresh();
            return opened;
        },
        onSuccess: opened => void navigate({ to: `/privacy-requests/${opened.id}` }),
    });
    const submit = (event: FormEvent) => {
        event.preventDefault();
        open.mutate();
    };
    return (
        <Dialog open onOpenChange={isOpen => !isOpen && !open.isPending && onClose()}>
            <DialogContent>
                <form noValidate onSubmit={submit} className="space-y-4">
                    <DialogHeader>
                        <DialogTitle>
                            <Trans>New request by letter or call</Trans>
                        </DialogTitle>
                        <DialogDescription>
                            <Trans>
                                The deadline runs from now. Nothing is given out or erased before somebody has
                                verified who asks.
                            </Trans>
                        </DialogDescription>
                    </DialogHeader>
                    <Choice
                        label={<Trans>What is asked for</Trans>}
                        labels={kinds}
                        value={kind}
                        onChange={setKind}
                    />
                    <div className="space-y-2">
                        <Label htmlFor={id}>
                            <Trans>E-mail address of the customer</Trans>
                        </Label>
                        <Input
                            id={id}
                            type="email"
                            autoFocus
                            required
                            value={emailAddress}
                            onChange={event => setEmailAddress(event.target.value)}
                        />
                    </div>
                    <ActError error={open.error} />
                    <DialogFooter>
                        <Button type="button" variant="outline" disabled={open.isPending} onClick={onClose}>
                            <Trans>Cancel</Trans>
                        </Button>
                        <Button type="submit" disabled={open.isPending || emailAddress.trim() === ''}>
                            <Trans>Open the request</Trans>
                        </Button>
                    </DialogFooter>
                </form>
            </DialogContent>
        </Dialog>
    );
}
