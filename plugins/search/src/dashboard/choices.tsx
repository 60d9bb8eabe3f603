import { ActError, Choice, type Labels, LoadFailed } from '@efi/plugin-kit/dashboard';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api, toast, useLocalFormat, usePermissions } from '@vendure/dashboard';
import { settingsQuery, updateSettingsMutation } from './preview.graphql';
import { useAdminQuery, useRefresh } from './use-admin-query';

/** Which language's searches are meant. */
export function LanguageChoice({
    spoken,
    value,
    disabled = false,
    onChange,
}: {
    spoken: readonly string[];
    value: string;
    disabled?: boolean;
    onChange: (languageCode: string) => void;
}) {
    const { formatLanguageName } = useLocalFormat();
    const languages: Labels = Object.fromEntries(
        spoken.map(code => [code, { text: { id: code, message: formatLanguageName(code) } }]),
    );
    return (
        <Choice
            label={<Trans>Language</Trans>}
            labels={languages}
            value={value}
            disabled={disabled}
            onChange={onChange}
        />
    );
}

const choices: Labels = {
    true: { text: msg`Products in stock first` },
    false: { text: msg`By relevance alone` },
};

/** Whether the channel puts what is in stock first. Saved at once. */
export function StockChoice() {
    const { t } = useLingui();
    const refresh = useRefresh();
    const { hasPermissions } = usePermissions();
    const settings = useAdminQuery(settingsQuery, {});
    const save = useMutation({
        mutationFn: (inStockFirst: boolean | null) =>
            api.mutate(updateSettingsMutation, { input: { inStockFirst } }),
        onSuccess: async () => {
            await refresh();
            toast.success(t`The order is saved.`);
        },
    });
    if (settings.isError) {
        return <LoadFailed query={settings} />;
    }
    if (settings.isPending) {
        return null;
    }
    const { inStockFirst, inStockFirstByDefault } = settings.data.efiSearchSettings;
    return (
        <div className="space-y-2">
            <Choice
                label={<Trans>Order, where a shopper asks for none</Trans>}
                labels={choices}
                none={
                    inStockFirstByDefault
                        ? t`As the shop does: products in stock first`
                        : t`As the shop does: by relevance alone`
                }
                value={inStockFirst === null ? '' : String(inStockFirst)}
                disabled={save.isPending || !hasPermissions(['UpdateCatalog', 'UpdateProduct'])}
                onChange={value => save.mutate(value === '' ? null : value === 'true')}
            />
            <ActError error={save.error} />
        </div>
    );
}
