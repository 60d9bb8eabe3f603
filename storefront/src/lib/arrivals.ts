import 'server-only';
import { getTranslations } from 'next-intl/server';
import { arrivalOf, writtenArrival, type DeliveryTime } from './arrival';
import { currentMarket } from './market/current-market';
import { languageTag } from './market/locale';

/** @returns What says when an order arrives that is placed now, by the market's clock and in the reader's language. */
export async function arrivals(): Promise<(time: DeliveryTime) => string> {
    const [{ locale, market }, t] = await Promise.all([currentMarket(), getTranslations('delivery')]);
    const now = new Date();
    return time =>
        t('arrives', { days: writtenArrival(arrivalOf(time, now, market.timeZone), languageTag(locale)) });
}
