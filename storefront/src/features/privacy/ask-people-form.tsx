'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { TextArea } from '@/components/ui/field';
import { RadioCards } from '@/components/ui/radio-cards';
import { ProvenForm } from './ask-form';
import { kindsForPeople } from './asked-kinds';

/** Asks for what a person has to do, such as a correction, with room to say what it is about. */
export function AskPeopleForm() {
    const t = useTranslations('personalData');
    // React empties a form after its action; what was chosen stays.
    const [kind, setKind] = useState<string>(kindsForPeople[0]);
    return (
        <ProvenForm form="OTHER">
            <RadioCards
                name="kind"
                legend={t('kind')}
                initial={kind}
                onChoose={setKind}
                choices={kindsForPeople.map(value => ({
                    value,
                    title: t(`kind_${value}`),
                    text: t(`does_${value}`),
                }))}
            />
            <TextArea name="note" rows={3} maxLength={2000} label={t('note')} hint={t('noteHint')} />
        </ProvenForm>
    );
}
