import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Field } from '@/components/ui/field';
import { RadioCards } from '@/components/ui/radio-cards';
import { ANOTHER, SAME, type AddressBook } from './saved-addresses';

interface Props {
    readonly book: AddressBook;
    readonly chosen: { readonly delivery: string; readonly billing: string };
    readonly onChoose: (of: 'delivery' | 'billing', value: string) => void;
    /** By the name of the field. */
    readonly errors: Readonly<Record<string, string>> | undefined;
    readonly vatNumber: string;
    readonly onVatNumber: (vatNumber: string) => void;
    /** The fields of an address that is typed. */
    readonly children: ReactNode;
}

/**
 * The customer's addresses to choose from, for the delivery and for the bill. What a choice asks for besides shows by styles
 * alone, so without scripts as well.
 */
export function AddressBookFields(props: Props) {
    const { book, chosen, onChoose, errors, vatNumber, onVatNumber, children } = props;
    const t = useTranslations('checkout');
    const isTyped = chosen.delivery === ANOTHER;
    return (
        <div className="group/book col-span-2 grid gap-6">
            <RadioCards
                name="savedAddress"
                legend={t('whereTo')}
                showLegend
                initial={chosen.delivery}
                onChoose={value => onChoose('delivery', value)}
                error={errors?.savedAddress}
                choices={[
                    ...book.choices.map(({ id, name, text, isDelivered, isCompany }) => ({
                        value: id,
                        title: name,
                        text: isDelivered ? text : `${text} – ${t('notDelivered')}`,
                        disabled: !isDelivered,
                        opens: isCompany ? 'vat-number' : undefined,
                    })),
                    { value: ANOTHER, title: t('anotherAddress'), opens: 'address' },
                ]}
            />
            <div className="hidden group-has-[[data-opens=vat-number]:checked]/book:block">
                <Field
                    name="savedVatNumber"
                    value={vatNumber}
                    onChange={event => onVatNumber(event.target.value)}
                    // One that is not shown can't take the focus.
                    error={isTyped ? undefined : errors?.vatNumber}
                    autoComplete="off"
                    autoCapitalize="characters"
                    spellCheck={false}
                    label={t('vatNumber')}
                    hint={t('vatNumberHint')}
                />
            </div>
            <div className="hidden grid-cols-2 gap-x-4 gap-y-5 group-has-[[data-opens=address]:checked]/book:grid">
                {children}
            </div>
            <RadioCards
                name="billingAddress"
                legend={t('whereToBill')}
                showLegend
                initial={chosen.billing}
                onChoose={value => onChoose('billing', value)}
                error={errors?.billingAddress}
                choices={[
                    { value: SAME, title: t('billSame') },
                    ...book.choices.map(({ id, name, text }) => ({ value: id, title: name, text })),
                ]}
            />
        </div>
    );
}
