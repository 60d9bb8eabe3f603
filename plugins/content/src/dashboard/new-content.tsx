import { Choice, FormDialog, useLabel } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { api } from '@vendure/dashboard';
import { useState } from 'react';
import { createMutation } from './content.graphql';
import { kinds, legalPages, menus, problems } from './labels';
import { TextField } from './text-field';
import { useRefresh } from './use-content-query';

const codesOf = { LEGAL: legalPages, MENU: menus } as const;

/** Asks what is to be written, and leads to its editor. */
export function NewContent({ onClose }: { onClose: () => void }) {
    const label = useLabel();
    const refresh = useRefresh();
    const navigate = useNavigate();
    const [kind, setKind] = useState('LANDING');
    const [code, setCode] = useState('');
    const choose = (chosen: string) => {
        setKind(chosen);
        setCode(Object.keys(chosen === 'LEGAL' || chosen === 'MENU' ? codesOf[chosen] : {})[0] ?? '');
    };
    const create = async () => {
        const input = { kind, code, draft: { texts: {}, blocks: [] } };
        const { result } = await api.mutate(createMutation, { input });
        if (result.__typename !== 'EfiContentEntry') {
            const [problem] = result.__typename === 'EfiContentInvalidError' ? result.problems : [];
            throw new Error(label(problems, problem?.code ?? 'INVALID'));
        }
        await refresh();
        await navigate({ to: `/content/${result.id}` });
    };
    return (
        <FormDialog
            title={<Trans>New content</Trans>}
            description={<Trans>Nobody sees it before it is published.</Trans>}
            confirmLabel={<Trans>Begin</Trans>}
            isComplete={kind === 'HOME' || code.trim() !== ''}
            onConfirm={create}
            onClose={onClose}
        >
            <Choice label={<Trans>Kind</Trans>} labels={kinds} value={kind} onChange={choose} />
            {(kind === 'LEGAL' || kind === 'MENU') && (
                <Choice label={<Trans>Which</Trans>} labels={codesOf[kind]} value={code} onChange={setCode} />
            )}
            {kind === 'LANDING' && (
                <TextField
                    label={<Trans>Name for the staff, such as summer-sale</Trans>}
                    value={code}
                    onChange={setCode}
                />
            )}
        </FormDialog>
    );
}
