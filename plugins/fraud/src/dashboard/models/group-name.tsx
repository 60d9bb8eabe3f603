import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useDisplayLocale } from '@vendure/dashboard';

const ages: Readonly<Record<string, ReturnType<typeof msg>>> = {
    guest: msg`Guest`,
    'under 7 days': msg`Under 7 days`,
    '7 to 90 days': msg`7 to 90 days`,
    '90 days and more': msg`90 days and more`,
};

/** A country or an age of an account, in the reader's language. */
export function GroupName({ group }: { group: string }) {
    const { i18n } = useLingui();
    const { bcp47Tag } = useDisplayLocale();
    if (/^[A-Z]{2}$/.test(group)) {
        return new Intl.DisplayNames([bcp47Tag], { type: 'region', fallback: 'code' }).of(group) ?? group;
    }
    const age = ages[group];
    return age ? i18n._(age) : group;
}
