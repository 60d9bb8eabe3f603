import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { handOverTick } from '@/components/ui/hand-over';

interface Bound {
    readonly name: string;
    readonly value: string;
    readonly error: string | undefined;
    readonly onChange: (event: { target: { value: string } }) => void;
}

interface Props {
    readonly isCompany: boolean;
    readonly onToggle: (isCompany: boolean) => void;
    readonly bind: (name: 'company' | 'vatNumber') => Bound;
}

/** Whether a company buys, and which. What is asked of one shows by styles alone, so without scripts as well. */
export function CompanyFields({ isCompany, onToggle, bind }: Props) {
    const t = useTranslations('checkout');
    return (
        <div className="group/company col-span-2 grid grid-cols-2 gap-x-4">
            <label className="col-span-2 flex min-h-11 cursor-pointer items-center gap-3">
                <input
                    type="checkbox"
                    name="isCompany"
                    value="yes"
                    // Not `checked`: React empties a form after its action, and would leave the box without its tick.
                    defaultChecked={isCompany}
                    onChange={event => onToggle(event.target.checked)}
                    ref={handOverTick(isCompany, onToggle)}
                    className="size-5 accent-accent"
                />
                {t('isCompany')}
            </label>
            <div className="col-span-2 hidden gap-x-4 gap-y-5 pt-3 group-has-[[name=isCompany]:checked]/company:grid xs:grid-cols-2">
                <Field
                    {...bind('company')}
                    autoComplete="organization"
                    required={isCompany}
                    label={t('companyName')}
                />
                <Field
                    {...bind('vatNumber')}
                    autoComplete="off"
                    autoCapitalize="characters"
                    spellCheck={false}
                    label={t('vatNumber')}
                    hint={t('vatNumberHint')}
                />
            </div>
        </div>
    );
}
