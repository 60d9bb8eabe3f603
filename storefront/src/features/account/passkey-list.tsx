'use client';

import { KeyRound } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormError, FormSuccess } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { useAction, useActionForm } from '@/components/ui/use-action';
import { useEarlyPress } from '@/components/ui/use-early-press';
import { removePasskey, renamePasskey } from './passkey-actions';
import type { Passkey } from './passkeys';

/** Each with what it is called and when it was used, to be renamed and removed. */
export function PasskeyList({ passkeys }: { passkeys: readonly Passkey[] }) {
    const t = useTranslations('account');
    const [renamed, setRenamed] = useState<string>();
    const [result, remove] = useAction(removePasskey);
    const list = useRef<HTMLUListElement>(null);
    useEarlyPress(list);
    return (
        <div className="grid gap-4">
            <ul ref={list} className="border-t border-line">
                {passkeys.map(passkey => (
                    <li key={passkey.id} className="border-b border-line py-5 text-[0.95rem]">
                        <div className="flex items-center gap-4">
                            <KeyRound aria-hidden className="size-6 shrink-0 text-muted" strokeWidth={1.5} />
                            <PasskeyText passkey={passkey} />
                        </div>
                        {renamed === passkey.id ? (
                            <RenameForm passkey={passkey} onEnd={() => setRenamed(undefined)} />
                        ) : (
                            <form action={remove} className="mt-1 flex gap-6 pl-10">
                                <input type="hidden" name="passkey" value={passkey.id} />
                                <Button
                                    look="quiet"
                                    aria-label={t('renamePasskeyOf', { name: passkey.name })}
                                    onClick={() => setRenamed(passkey.id)}
                                >
                                    {t('renamePasskey')}
                                </Button>
                                <SubmitButton
                                    look="quiet"
                                    pending={t('removing')}
                                    label={t('removePasskeyOf', { name: passkey.name })}
                                >
                                    {t('remove')}
                                </SubmitButton>
                            </form>
                        )}
                    </li>
                ))}
            </ul>
            <div>
                <FormError>{result && !result.ok && result.error.message}</FormError>
                <FormSuccess>{result?.ok && t('passkeyRemoved')}</FormSuccess>
            </div>
        </div>
    );
}

function PasskeyText({ passkey: { name, isBackedUp, createdAt, lastUsedAt } }: { passkey: Passkey }) {
    const t = useTranslations('account');
    const format = useFormatter();
    const day = (time: string) => format.dateTime(new Date(time), { dateStyle: 'medium' });
    return (
        <p className="min-w-0 flex-1">
            <span className="font-medium break-words">{name}</span>
            <span className="block text-sm text-muted">
                {t('passkeyMade', { time: day(createdAt) })}
                {isBackedUp && ` · ${t('passkeySynced')}`}
            </span>
            <span className="block text-sm text-muted">
                {lastUsedAt ? t('sessionUsed', { time: day(lastUsedAt) }) : t('passkeyUnused')}
            </span>
        </p>
    );
}

function RenameForm({ passkey: { id, name }, onEnd }: { passkey: Passkey; onEnd: () => void }) {
    const t = useTranslations('account');
    const [value, setValue] = useState(name);
    const { error, form } = useActionForm(async (state, sent) => {
        const answer = await renamePasskey(state, sent);
        if (answer.ok) {
            onEnd();
        }
        return answer;
    });
    return (
        <form {...form} noValidate className="mt-4 grid gap-3 pl-10">
            <input type="hidden" name="passkey" value={id} />
            <Field
                name="passkeyName"
                label={t('passkeyName')}
                maxLength={60}
                autoFocus
                value={value}
                onChange={event => setValue(event.target.value)}
                error={error?.message}
            />
            <div className="flex gap-6">
                <SubmitButton>{t('save')}</SubmitButton>
                <Button look="quiet" onClick={onEnd}>
                    {t('cancel')}
                </Button>
            </div>
        </form>
    );
}
