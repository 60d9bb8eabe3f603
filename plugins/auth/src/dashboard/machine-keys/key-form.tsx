import { ActError } from '@efi/plugin-kit/dashboard';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api, Button, DialogFooter, Input, Label } from '@vendure/dashboard';
import { type FormEvent, useId, useState } from 'react';
import { asksForSecondFactor, StepUp } from '../shared/step-up';
import { useRefresh } from '../shared/use-admin-query';
import { createKeyMutation, type KeyFault, type MachineKey } from './machine-keys.graphql';
import { ScopePicker, useScopesToGive } from './scope-picker';

interface Props {
    /** A key whose name and scopes the new one begins with. */
    readonly model?: MachineKey;
    readonly onMade: (key: string) => void;
    readonly onCancel: () => void;
}

export function KeyForm({ model, onMade, onCancel }: Props) {
    const { i18n } = useLingui();
    const id = useId();
    const refresh = useRefresh();
    const toGive = useScopesToGive().map(scope => scope.name);
    const [name, setName] = useState(model?.name ?? '');
    const [scopes, setScopes] = useState<readonly string[]>(
        () => model?.scopes.filter(scope => toGive.includes(scope)) ?? [],
    );
    const [until, setUntil] = useState(inAYear);
    const make = useMutation({
        mutationFn: async () => {
            const expiresAt = until === '' ? null : endOfDay(until);
            const { createEfiMachineKey: made } = await api.mutate(createKeyMutation, {
                input: { name, scopes, expiresAt },
            });
            if (made.__typename === 'EfiMachineKeyRefusedError') {
                throw new Error(i18n._(faults[made.fault]));
            }
            // The key is shown whether or not the list can be read again.
            onMade(made.key);
            void refresh();
        },
    });
    const submit = (event: FormEvent) => {
        event.preventDefault();
        make.mutate();
    };
    return (
        <form noValidate onSubmit={submit} className="min-w-0 space-y-4">
            <div className="space-y-2">
                <Label htmlFor={`${id}-name`}>
                    <Trans>Name</Trans>
                </Label>
                <Input
                    id={`${id}-name`}
                    maxLength={100}
                    autoComplete="off"
                    value={name}
                    onChange={event => setName(event.target.value)}
                />
                <p className="text-xs text-muted-foreground">
                    <Trans>Which program it is for, so that you know it again.</Trans>
                </p>
            </div>
            <ScopePicker value={scopes} onChange={setScopes} />
            <div className="space-y-2">
                <Label htmlFor={`${id}-until`}>
                    <Trans>Works until (empty: no end)</Trans>
                </Label>
                <Input
                    id={`${id}-until`}
                    type="date"
                    className="dark:scheme-dark"
                    value={until}
                    onChange={event => setUntil(event.target.value)}
                />
            </div>
            {asksForSecondFactor(make.error) ? (
                <StepUp onProven={() => make.mutate()} />
            ) : (
                <ActError error={make.error} />
            )}
            <DialogFooter>
                <Button type="button" variant="outline" disabled={make.isPending} onClick={onCancel}>
                    <Trans>Cancel</Trans>
                </Button>
                <Button type="submit" disabled={make.isPending || name.trim() === '' || scopes.length === 0}>
                    <Trans>Make the key</Trans>
                </Button>
            </DialogFooter>
        </form>
    );
}

const faults: Readonly<Record<KeyFault, MessageDescriptor>> = {
    NAME_MISSING: msg`Please give the key a name.`,
    NO_SCOPES: msg`Please choose at least one scope.`,
    SCOPE_NOT_ALLOWED: msg`One of these scopes is never given to a key.`,
    SCOPE_NOT_HELD: msg`One of these scopes is not yours to give in this channel.`,
    ALREADY_EXPIRED: msg`The key would have ended already: please choose a later day.`,
};

/** As a date field has it. */
function inAYear(): string {
    const day = new Date();
    day.setFullYear(day.getFullYear() + 1);
    return day.toISOString().slice(0, 10);
}

/** Of the day where the user is. */
function endOfDay(day: string): string {
    return new Date(`${day}T23:59:59`).toISOString();
}
