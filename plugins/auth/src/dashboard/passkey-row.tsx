import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api, Button, Input, toast } from '@vendure/dashboard';
import { useState } from 'react';
import { type Passkey, removeMutation, renameMutation } from './passkey.graphql';

interface Props {
    readonly passkey: Passkey;
    readonly onChanged: () => Promise<void>;
}

/** One passkey, to be renamed and removed. */
export function PasskeyRow({ passkey, onChanged }: Props) {
    const { t } = useLingui();
    const [name, setName] = useState<string>();
    const rename = useMutation({
        mutationFn: async (given: string) => {
            await api.mutate(renameMutation, { id: passkey.id, name: given });
            setName(undefined);
            await onChanged();
        },
    });
    const remove = useMutation({
        mutationFn: async () => {
            await api.mutate(removeMutation, { id: passkey.id });
            toast.success(t`Passkey removed.`);
            await onChanged();
        },
    });
    const error = rename.error ?? remove.error;
    return (
        <li className="space-y-2 py-3">
            <div className="flex flex-wrap items-center justify-between gap-2">
                {name === undefined ? <PasskeyText passkey={passkey} /> : null}
                <form
                    noValidate
                    className="flex flex-wrap gap-2"
                    onSubmit={event => {
                        event.preventDefault();
                        rename.mutate(name ?? '');
                    }}
                >
                    {name === undefined ? (
                        <>
                            <Button
                                type="button"
                                variant="outline"
                                size="sm"
                                onClick={() => setName(passkey.name)}
                            >
                                <Trans>Rename</Trans>
                            </Button>
                            <Button
                                type="button"
                                variant="outline"
                                size="sm"
                                aria-label={t`Remove ${passkey.name}`}
                                disabled={remove.isPending}
                                onClick={() => remove.mutate()}
                            >
                                <Trans>Remove</Trans>
                            </Button>
                        </>
                    ) : (
                        <>
                            <Input
                                aria-label={t`Name of the passkey`}
                                maxLength={60}
                                value={name}
                                onChange={event => setName(event.target.value)}
                            />
                            <Button type="submit" size="sm" disabled={rename.isPending || name.trim() === ''}>
                                <Trans>Save</Trans>
                            </Button>
                            <Button
                                type="button"
                                variant="ghost"
                                size="sm"
                                onClick={() => setName(undefined)}
                            >
                                <Trans>Cancel</Trans>
                            </Button>
                        </>
                    )}
                </form>
            </div>
            {error && (
                <p role="alert" className="text-sm text-destructive">
                    {error.message}
                </p>
            )}
        </li>
    );
}

function PasskeyText({ passkey: { name, isBackedUp, createdAt, lastUsedAt } }: { passkey: Passkey }) {
    const { i18n } = useLingui();
    const made = i18n.date(createdAt, { dateStyle: 'medium' });
    const used = lastUsedAt ? i18n.date(lastUsedAt, { dateStyle: 'medium' }) : undefined;
    return (
        <div className="min-w-0">
            <p className="text-sm font-medium break-words">{name}</p>
            <p className="text-xs text-muted-foreground">
                <Trans>Added {made}</Trans>
                {' · '}
                {used ? <Trans>last used {used}</Trans> : <Trans>not used yet</Trans>}
                {isBackedUp && (
                    <>
                        {' · '}
                        <Trans>kept in a cloud</Trans>
                    </>
                )}
            </p>
        </div>
    );
}
