'use client';

import { useTranslations } from 'next-intl';
import { RadioCards } from '@/components/ui/radio-cards';
import type { PlaceView } from './place-view';

interface Props {
    readonly places: readonly PlaceView[];
    readonly initial: string | undefined;
    readonly onChoose: (placeId: string) => void;
    readonly error: string | undefined;
}

/** Where the order is fetched. Shown by styles alone, so without scripts as well. */
export function PlaceChoice({ places, initial, onChoose, error }: Props) {
    const t = useTranslations('checkout');
    return (
        <div className="hidden gap-4 group-has-[[data-opens=places]:checked]/delivery:grid">
            <RadioCards
                name="placeId"
                legend={t('place')}
                showLegend
                required={false}
                initial={initial}
                onChoose={onChoose}
                error={error}
                choices={places.map(place => ({
                    value: place.id,
                    title: place.name,
                    text: place.address,
                    disabled: place.stock === 'NOT_ALL',
                    more: <PlaceDetails place={place} />,
                }))}
            />
            {places.every(({ stock }) => stock === 'NOT_ALL') && (
                <p className="text-[0.95rem] text-danger">{t('placeNowhere')}</p>
            )}
        </div>
    );
}

function PlaceDetails({ place: { hours, stock, missing } }: { place: PlaceView }) {
    const t = useTranslations('checkout');
    return (
        <>
            {hours.map(line => (
                <span key={line} className="block text-sm text-muted">
                    {line}
                </span>
            ))}
            {stock === 'NOT_ALL' ? (
                <span className="mt-1 block text-sm text-danger">
                    {t('placeMissing', { items: missing.join(', ') })}
                </span>
            ) : (
                <span className={`mt-1 block text-sm ${stock === 'FEW' ? 'text-sale' : 'text-positive'}`}>
                    {t(stock === 'FEW' ? 'placeFew' : 'placeAll')}
                </span>
            )}
        </>
    );
}
