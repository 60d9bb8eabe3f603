import { adminQueries, LoadFailed, Loading } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api, Button, Input, Label, toast, usePermissions } from '@vendure/dashboard';
import { useState } from 'react';
import { placeDetailsMutation, placeDetailsQuery, type PlaceDetailsInput } from './place-details.graphql';

const { useAdminQuery, useRefresh } = adminQueries('efi-pick-up-details');

const empty: PlaceDetailsInput = {
    streetLine: '',
    postalCode: '',
    city: '',
    countryCode: '',
    openingHours: '',
};

/** Where a place is and when it is open, which shoppers read at the checkout. */
export function PlaceDetails({ locationId }: { locationId: string }) {
    const query = useAdminQuery(placeDetailsQuery, { locationId });
    if (query.isPending) {
        return <Loading />;
    }
    if (query.isError) {
        return <LoadFailed query={query} />;
    }
    const details = query.data.stockLocation?.efiPickUpDetails;
    const initial = details ? { ...empty, ...details.address, openingHours: details.openingHours } : empty;
    return <DetailsForm key={locationId} locationId={locationId} initial={initial} />;
}

function DetailsForm({ locationId, initial }: { locationId: string; initial: PlaceDetailsInput }) {
    const { t } = useLingui();
    const { hasPermissions } = usePermissions();
    const refresh = useRefresh();
    const [values, setValues] = useState(initial);
    const change = useMutation({
        mutationFn: () => api.mutate(placeDetailsMutation, { locationId, details: detailsOf(values) }),
        onSuccess: async () => {
            toast.success(t`Address and opening hours are kept.`);
            await refresh();
        },
        onError: ({ message }) => toast.error(t`This could not be kept.`, { description: message }),
    });
    const fields: readonly {
        name: keyof PlaceDetailsInput;
        label: string;
        required?: boolean;
        hint?: string;
    }[] = [
        { name: 'streetLine', label: t`Street and number`, required: true },
        { name: 'postalCode', label: t`Postal code`, required: true },
        { name: 'city', label: t`City`, required: true },
        { name: 'countryCode', label: t`Country, by its two letters`, required: true, hint: 'DE' },
        { name: 'openingHours', label: t`Opening hours`, hint: 'Mo-Fr 09:30-18:00; Sa 10:00-16:00' },
    ];
    const isComplete = fields.every(({ name, required }) => !required || values[name].trim() !== '');
    // No form of its own: it stands in the one of the page.
    return (
        <div className="mt-6 space-y-4">
            {fields.map(({ name, label, required, hint }) => (
                <div key={name} className="space-y-2">
                    <Label htmlFor={`efi-place-${name}`}>{label}</Label>
                    <Input
                        id={`efi-place-${name}`}
                        value={values[name]}
                        aria-required={required}
                        placeholder={hint}
                        maxLength={255}
                        onChange={event => setValues(before => ({ ...before, [name]: event.target.value }))}
                    />
                </div>
            ))}
            <Button
                type="button"
                variant="outline"
                disabled={change.isPending || !isComplete || !hasPermissions(['UpdateStockLocation'])}
                onClick={() => change.mutate()}
            >
                <Trans>Keep address and hours</Trans>
            </Button>
        </div>
    );
}

/** Without what GraphQL adds to an answer. */
function detailsOf({ streetLine, postalCode, city, countryCode, openingHours }: PlaceDetailsInput) {
    return { streetLine, postalCode, city, countryCode, openingHours };
}
