import 'server-only';
import { getLocale } from 'next-intl/server';
import { parseLocale } from './locale';

/** Language and market of the request that is being answered. */
export async function currentMarket() {
    return parseLocale(await getLocale());
}
