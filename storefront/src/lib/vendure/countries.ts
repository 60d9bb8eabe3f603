import 'server-only';
import { cache } from 'react';
import { graphql, type ResultOf } from '@/graphql/graphql';
import { queryKept } from './client';

const CountriesQuery = graphql(`
    query Countries {
        availableCountries {
            code
            name
        }
    }
`);

export type Country = ResultOf<typeof CountriesQuery>['availableCountries'][number];

/** Where the shop delivers to at all, by name. */
export const fetchCountries = cache(async (): Promise<Country[]> => {
    const { availableCountries } = await queryKept('countries', CountriesQuery, {});
    return [...availableCountries].sort((a, b) => a.name.localeCompare(b.name));
});
